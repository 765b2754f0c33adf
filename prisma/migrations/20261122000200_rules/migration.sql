-- What is true in the database whatever the code does. Errors of these rules have SQLSTATEs HUB01 to HUB08.

-- The clock ---------------------------------------------------------------------------------------------

ALTER TABLE "RehearsalClock" ADD CONSTRAINT "RehearsalClock_one_row" CHECK (id = 1);

CREATE FUNCTION clock_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('hub_clock', '');
  RETURN NULL;
END $$;
CREATE TRIGGER clock_changed AFTER INSERT OR UPDATE OR DELETE ON "RehearsalClock"
  FOR EACH STATEMENT EXECUTE FUNCTION clock_changed();

-- When something was recorded is settable by no one.
CREATE FUNCTION stamp_recorded_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."recordedAt" := hub_now();
  RETURN NEW;
END $$;
CREATE TRIGGER stamp_recorded_at BEFORE INSERT ON "Consultee" FOR EACH ROW EXECUTE FUNCTION stamp_recorded_at();
CREATE TRIGGER stamp_recorded_at BEFORE INSERT ON "Notice" FOR EACH ROW EXECUTE FUNCTION stamp_recorded_at();

-- Records that are never changed ------------------------------------------------------------------------

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% in "%" is refused: its rows are never changed', TG_OP, TG_TABLE_NAME USING ERRCODE = 'HUB01';
END $$;

DO $$
DECLARE
  kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['AnswerSheet', 'TextAnswer', 'Withdrawal', 'LateDecision', 'KeyedCorrection',
    'Publication', 'QuestionnaireVersion', 'Correction', 'FeedbackDelay', 'SilenceOutcome', 'EqualityAnswers', 'ConsulteeReply', 'ReplyReading',
    'AuditEntry', 'AuditLink']
  LOOP
    EXECUTE format('CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept);
    EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept);
  END LOOP;
END $$;

-- Until when names and contact details of respondents are kept: so many months after the last channel closed, on the same day of the month,
-- as published with the consultation.
CREATE FUNCTION names_kept_until(consultation uuid) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT (greatest(c."closesAt", c."postClosesAt") AT TIME ZONE c.zone
    + make_interval(months => coalesce((p.document->>'retentionMonths')::int, 24))) AT TIME ZONE c.zone
  FROM "Consultation" c LEFT JOIN "Publication" p ON p."consultationId" = c.id WHERE c.id = consultation
$$;

-- How a response was given, without who helped to give it and where to write to.
CREATE FUNCTION without_names(provenance jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT provenance - ARRAY['helper', 'interpreter', 'onBehalfOf', 'emailAsWritten']
$$;

-- A response is never changed; those names alone leave it, once their time is over.
CREATE FUNCTION keep_response() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) <> to_jsonb(OLD) || jsonb_build_object('provenance', without_names(OLD.provenance))
    OR hub_now() < names_kept_until(OLD."consultationId")
  THEN
    RAISE EXCEPTION 'A response is never changed' USING ERRCODE = 'HUB01';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_response BEFORE UPDATE ON "Response" FOR EACH ROW EXECUTE FUNCTION keep_response();
CREATE TRIGGER refuse_change BEFORE DELETE ON "Response" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON "Response" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A published consultation: its words, questions and instants stay as published.
CREATE FUNCTION keep_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."publishedAt" IS NOT NULL AND NOT OLD."isHeldElsewhere" AND (
    NEW."publishedAt" IS DISTINCT FROM OLD."publishedAt" OR NEW."opensAt" IS DISTINCT FROM OLD."opensAt"
    OR NEW."closesAt" IS DISTINCT FROM OLD."closesAt" OR NEW."postClosesAt" IS DISTINCT FROM OLD."postClosesAt"
    OR NEW."postRule" IS DISTINCT FROM OLD."postRule" OR NEW."postLastArrivalAt" IS DISTINCT FROM OLD."postLastArrivalAt"
    OR NEW.zone IS DISTINCT FROM OLD.zone OR NEW.slug IS DISTINCT FROM OLD.slug
    OR NEW."isHeldElsewhere" IS DISTINCT FROM OLD."isHeldElsewhere" OR NEW."feedbackOn" IS DISTINCT FROM OLD."feedbackOn"
    OR NEW.draft IS DISTINCT FROM OLD.draft)
  THEN
    RAISE EXCEPTION 'A published consultation is frozen; publish a correction' USING ERRCODE = 'HUB01';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_published BEFORE UPDATE ON "Consultation" FOR EACH ROW EXECUTE FUNCTION keep_published();

-- The deadline ------------------------------------------------------------------------------------------

-- What the published rules make of something received on a channel: whether it came too late, and until when
-- it had to be in the arrival register to count without more (requirements D1, D2). Under "postmarked by" a
-- postmark in time counts by itself up to the last day for arrival; otherwise it is when it came that counts.
CREATE FUNCTION judge_received(channel text, received timestamptz, postmark date, closes timestamptz, post_closes timestamptz,
  post_rule text, last_arrival timestamptz, zone text, OUT is_late boolean, OUT registered_by timestamptz) LANGUAGE plpgsql STABLE AS $$
BEGIN
  registered_by := CASE WHEN channel IN ('post', 'handed-in') THEN coalesce(post_closes, closes) ELSE closes END;
  is_late := received >= registered_by;
  IF channel = 'post' AND post_rule = 'postmarked-by' AND received < coalesce(last_arrival, registered_by)
    AND postmark <= ((registered_by - interval '1 minute') AT TIME ZONE zone)::date
  THEN
    is_late := false;
    registered_by := greatest(registered_by, last_arrival);
  END IF;
END $$;

-- Judges when a response was received (requirements D1, D2). Late is what came at or after the deadline of
-- its channel; after the deadline, what claims to have come before it needs a line of the arrival register
-- made in time, or evidence and a second person.
CREATE FUNCTION judge_response() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  c record;
  a "Arrival"%ROWTYPE;
  now_at timestamptz := hub_now();
  postmark date;
  registered_by timestamptz;
BEGIN
  NEW."recordedAt" := now_at;
  SELECT "publishedAt", "opensAt", "closesAt", "postClosesAt", "postRule", "postLastArrivalAt", zone, "isHeldElsewhere"
    INTO STRICT c FROM "Consultation" WHERE id = NEW."consultationId";

  IF c."isHeldElsewhere" THEN
    IF NEW.channel = 'web' AND NEW.source IS NULL THEN
      RAISE EXCEPTION 'A consultation held elsewhere takes no answers here' USING ERRCODE = 'HUB02';
    END IF;
    NEW."isLate" := false;
    RETURN NEW;
  END IF;

  IF NEW.channel = 'web' THEN
    NEW."receivedAt" := greatest(least(NEW."receivedAt", now_at), now_at - interval '30 seconds');
  ELSIF NEW."receivedAt" > now_at THEN
    RAISE EXCEPTION 'Nothing can have been received in the future' USING ERRCODE = 'HUB03';
  END IF;
  IF c."publishedAt" IS NULL OR c."opensAt" IS NULL OR NEW."receivedAt" < c."opensAt" THEN
    RAISE EXCEPTION 'The consultation was not open yet' USING ERRCODE = 'HUB02';
  END IF;

  IF NEW."arrivalId" IS NOT NULL THEN
    SELECT * INTO STRICT a FROM "Arrival" WHERE id = NEW."arrivalId";
    IF a."consultationId" <> NEW."consultationId" OR a."receivedAt" <> NEW."receivedAt" OR a.channel <> NEW.channel THEN
      RAISE EXCEPTION 'A keyed response says what its line of the arrival register says' USING ERRCODE = 'HUB03';
    END IF;
    postmark := a."postmarkOn";
  END IF;
  SELECT j.is_late, j.registered_by INTO NEW."isLate", registered_by
    FROM judge_received(NEW.channel, NEW."receivedAt", postmark, c."closesAt", c."postClosesAt", c."postRule", c."postLastArrivalAt", c.zone) j;
  -- A line that claims to have come in time, and a second person was not convinced.
  IF NEW."arrivalId" IS NOT NULL AND NOT NEW."isLate" AND a."recordedAt" >= registered_by AND a."timelyRefusedById" IS NOT NULL THEN
    NEW."isLate" := true;
  END IF;

  IF NEW.channel <> 'web' AND NOT NEW."isLate" AND now_at >= registered_by
    AND (NEW."arrivalId" IS NULL
      OR (a."recordedAt" >= registered_by AND (a."timelyApprovedById" IS NULL OR a."timelyEvidence" IS NULL)))
  THEN
    RAISE EXCEPTION 'It claims to have come in time but was not registered before closing: evidence and a second person are needed'
      USING ERRCODE = 'HUB04';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER judge_response BEFORE INSERT ON "Response" FOR EACH ROW EXECUTE FUNCTION judge_response();

CREATE UNIQUE INDEX "Response_arrivalId_key" ON "Response" ("arrivalId") WHERE "arrivalId" IS NOT NULL;
CREATE INDEX "Response_linkId_idx" ON "Response" ("linkId") WHERE "linkId" IS NOT NULL;
CREATE INDEX "Response_late_idx" ON "Response" ("consultationId") WHERE "isLate";

-- When a consultee's answers are due, by whichever channel closes last and with its own extension; exclusive.
-- `registered_by`: until then a letter postmarked in time can still arrive.
CREATE FUNCTION consultee_deadline(consultee uuid) RETURNS TABLE (deadline timestamptz, registered_by timestamptz) LANGUAGE sql STABLE AS $$
  SELECT greatest(c."closesAt", c."postClosesAt", e."closesAt"),
    greatest(c."closesAt", c."postClosesAt", e."closesAt", CASE c."postRule" WHEN 'postmarked-by' THEN c."postLastArrivalAt" END)
  FROM "Consultee" e JOIN "Consultation" c ON c.id = e."consultationId" WHERE e.id = consultee
$$;

-- Whether something that came before a consultee's answers were due was registered only afterwards.
CREATE FUNCTION reply_needs_claim(consultee uuid, received timestamptz, registered timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT received < d.registered_by AND registered >= d.registered_by FROM consultee_deadline(consultee) d
$$;

-- A consultee's reply: on the web the time is the hub's; what is recorded after the deadline as received before
-- it needs a line of the arrival register made in time, or evidence and a second person. Where that person was not
-- convinced, it is kept and is late (app/domain/consultee/consultee-history.ts).
CREATE FUNCTION judge_reply() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  a "Arrival"%ROWTYPE;
BEGIN
  NEW."recordedAt" := hub_now();
  IF NEW.channel = 'web' THEN
    NEW."receivedAt" := greatest(least(NEW."receivedAt", NEW."recordedAt"), NEW."recordedAt" - interval '30 seconds');
    RETURN NEW;
  END IF;
  IF NEW."receivedAt" > NEW."recordedAt" THEN
    RAISE EXCEPTION 'Nothing can have been received in the future' USING ERRCODE = 'HUB03';
  ELSIF NEW."receivedEvidence" IS NULL THEN
    RAISE EXCEPTION 'How it is known when the reply came must be said' USING ERRCODE = 'HUB03';
  END IF;
  IF NEW."arrivalId" IS NOT NULL THEN
    SELECT x.* INTO STRICT a FROM "Arrival" x WHERE x.id = NEW."arrivalId";
    IF a."receivedAt" <> NEW."receivedAt" OR a.channel <> NEW.channel
      OR a."consultationId" <> (SELECT "consultationId" FROM "Consultee" WHERE id = NEW."consulteeId")
    THEN
      RAISE EXCEPTION 'A recorded reply says what its line of the arrival register says' USING ERRCODE = 'HUB03';
    END IF;
  END IF;
  IF reply_needs_claim(NEW."consulteeId", NEW."receivedAt", coalesce(a."recordedAt", NEW."recordedAt"))
    AND a."timelyRefusedById" IS NULL AND (a."timelyApprovedById" IS NULL OR a."timelyEvidence" IS NULL)
  THEN
    RAISE EXCEPTION 'It claims to have come in time but was not registered before the deadline: evidence and a second person are needed'
      USING ERRCODE = 'HUB04';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER judge_reply BEFORE INSERT ON "ConsulteeReply" FOR EACH ROW EXECUTE FUNCTION judge_reply();

-- A withdrawal is possible until the deadline (requirements R2). What a changed answer takes the place of is withdrawn
-- when that was received, so that a wait inside the hub does not leave both.
CREATE FUNCTION judge_withdrawal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."withdrawnAt" := coalesce((SELECT r."receivedAt" FROM "Response" r WHERE r.id = NEW."replacedById"), hub_now());
  IF EXISTS (
    SELECT FROM "Response" r JOIN "Consultation" c ON c.id = r."consultationId"
    WHERE r.id = NEW."responseId" AND (c."closesAt" IS NULL OR NEW."withdrawnAt" >= c."closesAt"))
  THEN
    RAISE EXCEPTION 'After the deadline a response cannot be withdrawn' USING ERRCODE = 'HUB05';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER judge_withdrawal BEFORE INSERT ON "Withdrawal" FOR EACH ROW EXECUTE FUNCTION judge_withdrawal();

-- The arrival register ----------------------------------------------------------------------------------

CREATE FUNCTION number_arrival() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."recordedAt" := hub_now();
  NEW."timelyApprovedById" := NULL;
  NEW."timelyRefusedById" := NULL;
  IF NEW."receivedAt" > NEW."recordedAt" THEN
    RAISE EXCEPTION 'Nothing can have been received in the future' USING ERRCODE = 'HUB03';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('arrival:' || NEW."consultationId", 0));
  SELECT coalesce(max(number), 0) + 1 INTO NEW.number FROM "Arrival" WHERE "consultationId" = NEW."consultationId";
  RETURN NEW;
END $$;
CREATE TRIGGER number_arrival BEFORE INSERT ON "Arrival" FOR EACH ROW EXECUTE FUNCTION number_arrival();

CREATE FUNCTION keep_arrival() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (NEW."consultationId", NEW.number, NEW.channel, NEW."receivedAt", NEW."receivedEvidence", NEW."recordedAt", NEW."recordedById")
      IS DISTINCT FROM (OLD."consultationId", OLD.number, OLD.channel, OLD."receivedAt", OLD."receivedEvidence", OLD."recordedAt", OLD."recordedById")
    OR (OLD."postmarkOn" IS NOT NULL AND NEW."postmarkOn" IS DISTINCT FROM OLD."postmarkOn")
  THEN
    RAISE EXCEPTION 'A line of the arrival register is never changed' USING ERRCODE = 'HUB01';
  END IF;
  IF coalesce(NEW."timelyApprovedById", NEW."timelyRefusedById") IN (OLD."recordedById", NEW."timelyClaimedById") THEN
    RAISE EXCEPTION 'A second person decides whether it came in time' USING ERRCODE = 'HUB06';
  END IF;
  IF coalesce(OLD."timelyApprovedById", OLD."timelyRefusedById") IS NOT NULL
    AND (NEW."timelyEvidence", NEW."timelyClaimedById", NEW."timelyApprovedById", NEW."timelyRefusedById")
      IS DISTINCT FROM (OLD."timelyEvidence", OLD."timelyClaimedById", OLD."timelyApprovedById", OLD."timelyRefusedById")
  THEN
    RAISE EXCEPTION 'Whether it came in time was decided' USING ERRCODE = 'HUB01';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_arrival BEFORE UPDATE OR DELETE ON "Arrival" FOR EACH ROW EXECUTE FUNCTION keep_arrival();

-- Answers as they count: those keyed wrongly and put right by a second person as corrected, the original beside them.
CREATE VIEW "EffectiveAnswerSheet" AS
  SELECT s."responseId", CASE WHEN k.ids IS NULL THEN s.answers ELSE (s.answers - k.ids) || k.corrected END AS answers
  FROM "AnswerSheet" s LEFT JOIN (
    SELECT c."responseId", array_agg(c."questionId") AS ids,
      coalesce(jsonb_object_agg(c."questionId", c.after) FILTER (WHERE NOT c.after ? 'asWritten'), '{}') AS corrected
    FROM (
      SELECT DISTINCT ON ("responseId", "questionId") "responseId", "questionId", after FROM "KeyedCorrection"
      WHERE NOT coalesce(after, before) ? 'text' AND "questionId" NOT LIKE '@%'
      ORDER BY "responseId", "questionId", "correctedAt" DESC, id DESC) c
    GROUP BY c."responseId") k ON k."responseId" = s."responseId";

CREATE VIEW "EffectiveTextAnswer" AS
  SELECT t."responseId", t."questionId", t."consultationId", t.text, t."textKey"
  FROM "TextAnswer" t
  WHERE NOT EXISTS (
    SELECT FROM "KeyedCorrection" k WHERE k."responseId" = t."responseId" AND k."questionId" = t."questionId")
  UNION ALL
  SELECT k."responseId", k."questionId", r."consultationId", k.after->>'text', k.after->>'textKey'
  FROM (
    SELECT DISTINCT ON ("responseId", "questionId") "responseId", "questionId", after FROM "KeyedCorrection"
    ORDER BY "responseId", "questionId", "correctedAt" DESC, id DESC) k
  JOIN "Response" r ON r.id = k."responseId"
  WHERE k.after ? 'text';

-- Consultees and notices --------------------------------------------------------------------------------

-- After the first notice was written, who a consultee is, its language and its acceptance of the code stay as
-- they were (requirements D7); its own deadline only moves forward.
CREATE FUNCTION keep_consultee() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."withdrewAt" IS NOT NULL AND NEW."withdrewAt" IS DISTINCT FROM OLD."withdrewAt"
    OR OLD."closesAt" IS NOT NULL AND (NEW."closesAt" IS NULL OR NEW."closesAt" < OLD."closesAt")
    OR (NEW."consultationId", NEW."recordedAt", NEW."recordedById") IS DISTINCT FROM (OLD."consultationId", OLD."recordedAt", OLD."recordedById")
    OR (NEW.name, NEW.kind, NEW.language, NEW."signedUpPersonally", NEW."acceptedCodeAt", NEW."acceptedCodeEvidence")
        IS DISTINCT FROM (OLD.name, OLD.kind, OLD.language, OLD."signedUpPersonally", OLD."acceptedCodeAt", OLD."acceptedCodeEvidence")
      AND EXISTS (SELECT FROM "Notice" WHERE "consulteeId" = OLD.id)
  THEN
    RAISE EXCEPTION 'What a consultee was when the first notice was written stays' USING ERRCODE = 'HUB01';
  END IF;
  IF NEW."withdrewAt" IS DISTINCT FROM OLD."withdrewAt" THEN
    NEW."withdrewAt" := hub_now();
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_consultee BEFORE UPDATE ON "Consultee" FOR EACH ROW EXECUTE FUNCTION keep_consultee();

-- What a notice said and every proof of it stay. Posting and handing over cannot be recorded once the deadline has
-- passed, or anyone could make a proof afterwards; acknowledging is the consultee's own press, at the hub's time.
CREATE FUNCTION keep_notice() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  now_at timestamptz := hub_now();
  zone text;
BEGIN
  IF TG_OP = 'DELETE'
    OR (NEW."consulteeId", NEW.kind, NEW.language, NEW.content, NEW."recordedAt", NEW."recordedById")
      IS DISTINCT FROM (OLD."consulteeId", OLD.kind, OLD.language, OLD.content, OLD."recordedAt", OLD."recordedById")
    OR OLD."sentAt" IS NOT NULL AND NEW."sentAt" IS DISTINCT FROM OLD."sentAt"
    OR OLD."postedOn" IS NOT NULL AND (NEW."postedOn", NEW.method) IS DISTINCT FROM (OLD."postedOn", OLD.method)
    OR OLD."handedOverAt" IS NOT NULL AND (NEW."handedOverAt", NEW.method) IS DISTINCT FROM (OLD."handedOverAt", OLD.method)
    OR OLD."failedAt" IS NOT NULL AND NEW."failedAt" IS DISTINCT FROM OLD."failedAt"
      AND NOT (NEW."failedAt" IS NULL AND OLD."sentAt" IS NULL -- it never left, and is sent again
        AND EXISTS (SELECT FROM "Delivery" WHERE id = OLD."deliveryId" AND state = 'pending'))
    OR OLD."acknowledgedAt" IS NOT NULL AND NEW."acknowledgedAt" IS DISTINCT FROM OLD."acknowledgedAt"
  THEN
    RAISE EXCEPTION 'A notice and its proofs are never changed' USING ERRCODE = 'HUB01';
  END IF;
  IF NEW."acknowledgedAt" IS DISTINCT FROM OLD."acknowledgedAt" THEN
    NEW."acknowledgedAt" := now_at;
  END IF;
  IF NEW."postedOn" IS DISTINCT FROM OLD."postedOn" OR NEW."handedOverAt" IS DISTINCT FROM OLD."handedOverAt" THEN
    SELECT c.zone INTO STRICT zone FROM "Consultee" e JOIN "Consultation" c ON c.id = e."consultationId" WHERE e.id = OLD."consulteeId";
    IF NEW."postedOn" NOT BETWEEN (OLD."recordedAt" AT TIME ZONE zone)::date AND (now_at AT TIME ZONE zone)::date
      OR NEW."handedOverAt" NOT BETWEEN date_trunc('minute', OLD."recordedAt") AND now_at
    THEN
      RAISE EXCEPTION 'A notice is posted or handed over after it was written and not in the future' USING ERRCODE = 'HUB03';
    END IF;
    IF OLD.kind NOT IN ('outcome', 'contest-decided', 'report') AND now_at >= (SELECT d.deadline FROM consultee_deadline(OLD."consulteeId") d) THEN
      RAISE EXCEPTION 'After the deadline no proof of a notice can be recorded' USING ERRCODE = 'HUB07';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_notice BEFORE UPDATE OR DELETE ON "Notice" FOR EACH ROW EXECUTE FUNCTION keep_notice();

-- A notice by e-mail says what became of its delivery, in the transaction that settles it; one that is sent again waits
-- again. Silence that was settled before is settled again, as by app/domain/consultee/schedule-settling.server.ts; what
-- only informs changes nothing.
CREATE FUNCTION settle_notice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Notice" SET
    "sentAt" = CASE NEW.state WHEN 'sent' THEN NEW."settledAt" END,
    "failedAt" = CASE WHEN NEW.state IN ('refused', 'failed') THEN NEW."settledAt" END,
    failure = CASE WHEN NEW.state IN ('refused', 'failed') THEN NEW."lastError" END
  WHERE "deliveryId" = NEW.id;
  PERFORM graphile_worker.add_job('settle-consultation', json_build_object('consultationId', c.id), job_key => 'settle:' || c.id)
    FROM "Notice" n JOIN "Consultee" e ON e.id = n."consulteeId" JOIN "Consultation" c ON c.id = e."consultationId"
    WHERE n."deliveryId" = NEW.id AND n.kind NOT IN ('outcome', 'contest-decided', 'extension') AND c."closesAt" <= hub_now();
  RETURN NULL;
END $$;
CREATE TRIGGER settle_notice AFTER UPDATE OF state ON "Delivery" FOR EACH ROW
  WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION settle_notice();

CREATE INDEX "Delivery_undelivered_idx" ON "Delivery" ("settledAt", id) WHERE state IN ('refused', 'failed');

-- Whether an e-mail that reached nobody may be sent again: its address is still kept and what it says holds. A link that ran out opens nothing; a notice is
-- not sent after the deadline it states, to an address that is not the consultee's any more, or after another that took its place.
CREATE FUNCTION can_be_sent_again(delivery uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT d.state IN ('refused', 'failed') AND d."toAddress" <> '' AND CASE
    WHEN d.template = 'invitation' THEN EXISTS (
      SELECT FROM "Invitation" i
      WHERE i.id = (d.props->>'invitationId')::uuid AND i."usedAt" IS NULL AND i."expiresAt" > hub_now())
    WHEN d.template = 'password-link' THEN EXISTS (
      SELECT FROM "Verification" v WHERE v.id = d.props->>'linkId' AND v."expiresAt" > clock_timestamp())
    WHEN d.template = 'resume-link' THEN EXISTS (
      SELECT FROM "ResponseDraft" a WHERE a.id = (d.props->>'draftId')::uuid AND a."submittedAt" IS NULL)
    WHEN d.props ? 'noticeId' THEN EXISTS (
      SELECT FROM "Notice" n JOIN "Consultee" e ON e.id = n."consulteeId", consultee_deadline(e.id) due
      WHERE n."deliveryId" = d.id AND e."withdrewAt" IS NULL AND e.email = d."toAddress" AND n."handedOverAt" IS NULL
        AND (n.kind IN ('outcome', 'contest-decided') OR hub_now() < due.deadline)
        AND NOT EXISTS (
          SELECT FROM "Notice" later
          WHERE later."consulteeId" = n."consulteeId" AND later.kind = n.kind AND later."recordedAt" > n."recordedAt"))
    ELSE true END
  FROM "Delivery" d WHERE d.id = delivery
$$;

CREATE INDEX "Consultation_unsettled_idx" ON "Consultation" ("closesAt") WHERE "settledAt" IS NULL AND "publishedAt" IS NOT NULL;
CREATE INDEX "Consultee_extended_idx" ON "Consultee" ("closesAt") WHERE "closesAt" IS NOT NULL;

-- May it be published, and with the name: as keyed, or as put right ('@may-publish-answer', '@may-publish-name').
CREATE VIEW "EffectivePublishing" AS
  SELECT r.id AS "responseId", coalesce(answer.allowed, r."mayPublishAnswer") AS "mayPublishAnswer",
    coalesce(name.allowed, r."mayPublishName") AS "mayPublishName"
  FROM "Response" r
  LEFT JOIN LATERAL (
    SELECT (after->>'allowed')::boolean AS allowed FROM "KeyedCorrection"
    WHERE "responseId" = r.id AND "questionId" = '@may-publish-answer' ORDER BY "correctedAt" DESC, id DESC LIMIT 1) answer ON true
  LEFT JOIN LATERAL (
    SELECT (after->>'allowed')::boolean AS allowed FROM "KeyedCorrection"
    WHERE "responseId" = r.id AND "questionId" = '@may-publish-name' ORDER BY "correctedAt" DESC, id DESC LIMIT 1) name ON true;

-- Second persons ----------------------------------------------------------------------------------------

ALTER TABLE "ApprovalRequest" ADD CONSTRAINT "ApprovalRequest_second_person"
  CHECK ("decision" IS DISTINCT FROM 'approved' OR "decidedById" <> "requestedById");

-- What is recorded in the audit trail when somebody changes what a second person is to approve; empty for anything else.
CREATE FUNCTION contributes_to(action text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN action IN ('consultation.created', 'consultation.imported', 'consultation.draft-saved') THEN 'publish'
    WHEN action = 'correction.proposed' THEN 'correction'
    WHEN action IN ('report.written', 'report.translated', 'finding.added', 'finding.changed', 'finding.removed', 'finding.moved', 'quotation.chosen',
      'quotation.removed', 'reasons.given', 'reason.taken-back') THEN 'report'
  END
$$;

-- Nobody approves what they changed since it was last approved (requirements C14).
CREATE FUNCTION judge_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM "Contributor"
    WHERE "consultationId" = NEW."consultationId" AND kind = NEW.kind AND "userId" = NEW."decidedById")
  THEN
    RAISE EXCEPTION 'Who changed it does not approve it' USING ERRCODE = 'HUB06';
  END IF;
  DELETE FROM "Contributor" WHERE "consultationId" = NEW."consultationId" AND kind = NEW.kind;
  RETURN NEW;
END $$;
CREATE TRIGGER judge_approval BEFORE INSERT OR UPDATE OF decision ON "ApprovalRequest" FOR EACH ROW
  WHEN (NEW.decision = 'approved') EXECUTE FUNCTION judge_approval();

ALTER TABLE "Exclusion" ADD CONSTRAINT "Exclusion_second_person" CHECK ("approvedById" IS DISTINCT FROM "proposedById");
ALTER TABLE "SampleCheck" ADD CONSTRAINT "SampleCheck_second_person" CHECK ("checkedById" IS DISTINCT FROM "keyedById");
ALTER TABLE "Contest" ADD CONSTRAINT "Contest_second_person" CHECK ("decidedById" IS NULL OR "decidedById" IS DISTINCT FROM "recordedById");
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_second_person" CHECK ("approvedById" <> "writtenById");
CREATE UNIQUE INDEX "ApprovalRequest_one_open" ON "ApprovalRequest" ("consultationId", kind) WHERE "decidedAt" IS NULL;
CREATE UNIQUE INDEX "Exclusion_one_standing" ON "Exclusion" ("responseId") WHERE "reversedAt" IS NULL;

-- Counting ----------------------------------------------------------------------------------------------

-- What became of each response: the one reason for which it is counted or leaves, by the rule of
-- app/domain/response/item-fate.ts (requirements A5). "isCounted" says what it is not, because most are: asked what it
-- is, the planner expects next to none and joins everything row by row.
CREATE VIEW "ResponseFate" AS
  SELECT f.*, f.fate NOT IN ('duplicate', 'excluded', 'withdrawn', 'late-undecided', 'late-not-considered') AS "isCounted"
  FROM (
    SELECT r.id, r."consultationId", r.channel, r.standing, r."isLate",
      r."isLate" AND d."isConsidered" IS TRUE AS "isLateConsidered",
      CASE
        WHEN r."isLate" AND d."isConsidered" IS FALSE THEN 'late-not-considered'
        WHEN r."isLate" AND d."isConsidered" IS NULL THEN
          CASE WHEN e.id IS NULL AND w."responseId" IS NULL THEN 'late-undecided' ELSE 'late-not-considered' END
        WHEN e.kind = 'duplicate' THEN 'duplicate'
        WHEN e.id IS NOT NULL THEN 'excluded'
        WHEN w."responseId" IS NOT NULL THEN 'withdrawn'
        WHEN r."isLate" THEN 'late-considered'
        ELSE 'counted'
      END AS fate
    FROM "Response" r
    LEFT JOIN "LateDecision" d ON d."responseId" = r.id
    LEFT JOIN "Exclusion" e ON e."responseId" = r.id AND e."approvedAt" IS NOT NULL AND e."reversedAt" IS NULL
    LEFT JOIN "Withdrawal" w ON w."responseId" = r.id
  ) f;

-- Texts of counted responses that nobody has read yet: one row for each response that gave the text (requirements A2).
CREATE VIEW "UnreadText" AS
  SELECT t."consultationId", t."questionId", t."textKey", t.text, t."responseId"
  FROM "EffectiveTextAnswer" t JOIN "ResponseFate" f ON f.id = t."responseId"
  WHERE f."isCounted" AND NOT EXISTS (
    SELECT FROM "Reading" r
    WHERE r."consultationId" = t."consultationId" AND r."questionId" = t."questionId" AND r."textKey" = t."textKey");

-- Once its report is published, what a consultation counted stays as counted (requirements A5): what comes later is
-- registered, and kept as a late entry, but never counts. The lock makes a change that is under way part of the report.
-- Runs after judge_response, which says what is late; a live answer from the web always is by then.
CREATE FUNCTION keep_counted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  consultation uuid;
  reported timestamptz;
BEGIN
  IF TG_TABLE_NAME = 'Response' THEN
    consultation := NEW."consultationId";
  ELSE
    SELECT "consultationId" INTO consultation FROM "Response" WHERE id = NEW."responseId";
  END IF;
  SELECT "reportedAt" INTO reported FROM "Consultation" WHERE id = consultation FOR SHARE;
  IF reported IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_TABLE_NAME = 'KeyedCorrection' THEN
    IF NOT (SELECT f."isCounted" FROM "ResponseFate" f WHERE f.id = NEW."responseId") THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'The report is published: what it counted stays' USING ERRCODE = 'HUB08';
END $$;
CREATE TRIGGER keep_counted BEFORE INSERT ON "Response" FOR EACH ROW
  WHEN (NOT NEW."isLate" AND (NEW.channel <> 'web' OR NEW.source IS NOT NULL)) EXECUTE FUNCTION keep_counted();
CREATE TRIGGER keep_counted BEFORE INSERT ON "LateDecision" FOR EACH ROW WHEN (NEW."isConsidered") EXECUTE FUNCTION keep_counted();
CREATE TRIGGER keep_counted BEFORE INSERT ON "KeyedCorrection" FOR EACH ROW EXECUTE FUNCTION keep_counted();
CREATE TRIGGER keep_counted BEFORE INSERT OR UPDATE ON "Exclusion" FOR EACH ROW EXECUTE FUNCTION keep_counted();

-- Which questions are shown for these answers: the rule of app/domain/questionnaire/routing.ts, for what a clerk
-- keyed as it came. No answer to a hidden question is counted.
CREATE FUNCTION shown_questions(questionnaire jsonb, answers jsonb) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  section jsonb;
  question jsonb;
  seen jsonb := '{}';
  shown text[] := '{}';
BEGIN
  FOR section IN SELECT value FROM jsonb_array_elements(questionnaire->'sections') WITH ORDINALITY ORDER BY ordinality LOOP
    CONTINUE WHEN NOT condition_holds(section->'showWhen', seen);
    FOR question IN SELECT value FROM jsonb_array_elements(section->'questions') WITH ORDINALITY ORDER BY ordinality LOOP
      CONTINUE WHEN NOT condition_holds(question->'showWhen', seen);
      shown := shown || (question->>'id');
      IF answers ? (question->>'id') THEN
        seen := seen || jsonb_build_object(question->>'id', answers->(question->>'id'));
      END IF;
    END LOOP;
  END LOOP;
  RETURN shown;
END $$;

CREATE FUNCTION condition_holds(condition jsonb, answers jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT condition IS NULL OR CASE condition->>'match' WHEN 'all' THEN bool_and(test.is_met) ELSE bool_or(test.is_met) END
  FROM (
    SELECT coalesce(t->'isAnyOf' ? (answers->(t->>'question')->>'choice'), false)
      OR coalesce(answers->(t->>'question')->'choices' ?| ARRAY(SELECT jsonb_array_elements_text(t->'isAnyOf')), false) AS is_met
    FROM jsonb_array_elements(condition->'tests') t) test
$$;

-- Counted responses of a consultation that belong to a campaign: they share a text of 100 characters or more with
-- at least two others. Counted like any other, read once, and shown apart (requirements A3).
CREATE FUNCTION campaign_responses(consultation uuid) RETURNS TABLE ("responseId" uuid) LANGUAGE sql STABLE AS $$
  WITH repeated AS (
    SELECT "questionId", "textKey" FROM "TextAnswer" WHERE "consultationId" = consultation GROUP BY 1, 2 HAVING count(*) >= 3
    UNION
    SELECT k."questionId", k.after->>'textKey' FROM "KeyedCorrection" k JOIN "Response" r ON r.id = k."responseId"
    WHERE r."consultationId" = consultation AND k.after ? 'textKey'),
  counted AS MATERIALIZED (
    SELECT t."responseId", t."questionId", t."textKey", length(t.text) >= 100 AS is_long
    FROM repeated JOIN "EffectiveTextAnswer" t USING ("questionId", "textKey") JOIN "ResponseFate" f ON f.id = t."responseId"
    WHERE t."consultationId" = consultation AND f."isCounted"),
  campaign AS (SELECT "questionId", "textKey" FROM counted WHERE is_long GROUP BY 1, 2 HAVING count(*) >= 3)
  SELECT DISTINCT t."responseId" FROM counted t JOIN campaign USING ("questionId", "textKey") WHERE t.is_long
$$;

-- Whether words of a response may be quoted: it counts, its writer agreed to publication and asked for no confidence,
-- and nobody was flagged as at risk or named in it (requirements R6, R12).
CREATE FUNCTION is_quotable(response uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT f."isCounted" AND p."mayPublishAnswer" AND r."confidentialReason" IS NULL
    AND NOT EXISTS (SELECT FROM "RiskFlag" x WHERE x."responseId" = r.id)
  FROM "Response" r JOIN "ResponseFate" f ON f.id = r.id JOIN "EffectivePublishing" p ON p."responseId" = r.id
  WHERE r.id = response
$$;

-- The audit trail ---------------------------------------------------------------------------------------

-- Adds one link with one line for each entry of the JSON array `entries` ({action, actor, subject}).
-- The lock is held to the end of the transaction: call it last. Whoever changed what waits for approval becomes a contributor to it.
CREATE FUNCTION audit_append(chain uuid, entries jsonb) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  last record;
  lines text[];
  now_at timestamptz := hub_now();
  link integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('audit:' || chain, 0));
  SELECT number, hash INTO last FROM "AuditLink" WHERE "chainId" = chain ORDER BY number DESC LIMIT 1;
  link := coalesce(last.number, 0) + 1;
  SELECT array_agg((e || jsonb_build_object('at', to_char(now_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))::text ORDER BY position)
    INTO lines FROM jsonb_array_elements(entries) WITH ORDINALITY AS x(e, position);
  INSERT INTO "AuditEntry" ("chainId", "linkNumber", line)
    SELECT chain, link, x.line FROM unnest(lines) WITH ORDINALITY AS x(line, position) ORDER BY position;
  INSERT INTO "AuditLink" ("chainId", number, "previousHash", hash, "entryCount", at)
    VALUES (chain, link, coalesce(last.hash, ''), audit_hash(coalesce(last.hash, ''), link, lines), array_length(lines, 1), now_at);
  INSERT INTO "Contributor" ("consultationId", kind, "userId")
    SELECT chain, contributes_to(e->>'action'), e->>'actor' FROM jsonb_array_elements(entries) AS x(e)
    WHERE contributes_to(e->>'action') IS NOT NULL
    ON CONFLICT DO NOTHING;
  RETURN link;
END $$;

CREATE FUNCTION audit_hash(previous text, link integer, lines text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(previous || E'\n' || link || E'\n' || array_to_string(lines, E'\n'), 'UTF8')), 'hex')
$$;

-- The salted commitment to a response's answers that its audit entry carries: shows a changed answer and
-- tells nothing once the salt is gone.
CREATE FUNCTION answers_commitment(salt text, answers jsonb, texts text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(coalesce(salt, '') || E'\n' || answers::text || E'\n' || coalesce(texts, ''), 'UTF8')), 'hex')
$$;

-- Submissions -------------------------------------------------------------------------------------------

-- What is written so far stays in the row, up to a page: it is rewritten with every section and emptied once sent.
ALTER TABLE "ResponseDraft" SET (toast_tuple_target = 8160);

-- The job of an e-mail that was queued: tried twelve times, over about half a day.
CREATE FUNCTION delivery_job(delivery uuid) RETURNS graphile_worker.job_spec LANGUAGE sql STABLE AS $$
  SELECT ('send-delivery', json_build_object('deliveryId', delivery), NULL, NULL, 12, NULL, NULL, NULL)::graphile_worker.job_spec
$$;

-- Withdraws what changed answers of one consultation, received in time, take the place of: `changed` has their ids with
-- those. Who changed one answer in two windows is counted once, with what was sent last.
CREATE FUNCTION replace_responses(consultation uuid, changed jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  newer record;
  older uuid;
  withdrawn boolean;
  jobs graphile_worker.job_spec[];
BEGIN
  FOR newer IN
    SELECT r.id, c.value::uuid AS "replacesId", t.email FROM jsonb_each_text(changed) AS c JOIN "Response" r ON r.id = c.key::uuid
      LEFT JOIN "Contact" t ON t."responseId" = r.id
    WHERE r."consultationId" = consultation AND NOT r."isLate" ORDER BY r."receivedAt", r.id
  LOOP
    older := newer."replacesId";
    LOOP
      INSERT INTO "Withdrawal" ("responseId", "replacedById")
        SELECT r.id, newer.id FROM "Response" r WHERE r.id = older AND r."consultationId" = consultation
        ON CONFLICT ("responseId") DO NOTHING;
      withdrawn := FOUND;
      EXIT WHEN withdrawn;
      SELECT w."replacedById" INTO older FROM "Withdrawal" w WHERE w."responseId" = older;
      EXIT WHEN older IS NULL OR older = newer.id;
    END LOOP;
    CONTINUE WHEN NOT withdrawn;
    -- Who no longer gives the address that was given before learns of it there.
    WITH told AS (
      INSERT INTO "Delivery" (id, cause, template, language, "toAddress", props, "consultationId")
        SELECT uuidv7(), 'response-withdrawn:' || r.id, 'response-withdrawn', r.language, t.email, jsonb_build_object('responseId', r.id), consultation
        FROM "Response" r JOIN "Contact" t ON t."responseId" = r.id
        WHERE r.id = older AND t.email IS NOT NULL AND t.email IS DISTINCT FROM newer.email
        RETURNING id)
    SELECT array_agg(delivery_job(told.id)) INTO jobs FROM told;
    IF jobs IS NOT NULL THEN
      PERFORM graphile_worker.add_jobs(jobs);
    END IF;
    PERFORM audit_append(consultation, jsonb_build_array(jsonb_build_object('action', 'response.withdrawn', 'actor', 'respondent',
      'subject', jsonb_build_object('response', older, 'replacedBy', newer.id))));
  END LOOP;
END $$;

-- Takes the web responses that arrived together, each with the milliseconds it has waited inside the hub,
-- in one transaction: response, answers, texts, contact, receipt e-mail with its job, draft, audit link. Texts stay in the
-- database: each is named by its `path` in the answers of the draft, which must be as it was when it was checked (`draftVersion`).
-- One that comes before opening, a second time or changed does not disturb the others. Answers in no order.
CREATE FUNCTION submit_responses(batch jsonb)
RETURNS TABLE (id uuid, outcome text, reference text, "isLate" boolean, "receivedAt" timestamptz) LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan -- planned once a connection: planning takes longer than a small batch
SET enable_seqscan = off -- every row is found by its key, also in tables that were filled since they were last analysed
AS $$
#variable_conflict use_column
DECLARE
  now_at timestamptz := hub_now();
  given_ids uuid[];
  given_versions xid[];
  accepted_ids uuid[];
  jobs graphile_worker.job_spec[];
  changed jsonb;
  audited jsonb;
  chain record;
BEGIN
  -- One statement, so that the batch is taken apart once and never written down in between.
  WITH given AS MATERIALIZED (
    SELECT DISTINCT ON (s.id) s.*, now_at - make_interval(secs => greatest(0, least(s."waitedMs", 30000)) / 1000.0) AS "receivedAt"
    FROM jsonb_to_recordset(batch) AS s(
      id uuid, "draftVersion" xid, "consultationId" uuid, "questionnaireVersionId" uuid, reference text, "publicReference" text,
      "phraseHash" text, language text, "waitedMs" double precision, standing text, organisation jsonb,
      "mayPublishAnswer" boolean, "mayPublishName" boolean, "confidentialReason" text, "linkId" uuid, "replacesId" uuid,
      answers jsonb, texts jsonb, contact jsonb)
  ), closed_drafts AS MATERIALIZED (
    UPDATE "ResponseDraft" d SET "submittedAt" = now_at, answers = '{}'
      FROM given s JOIN "Consultation" c ON c.id = s."consultationId"
      WHERE d.id = s.id AND d.xmin = s."draftVersion" AND d."submittedAt" IS NULL
        AND c."publishedAt" IS NOT NULL AND NOT c."isHeldElsewhere" AND s."receivedAt" >= c."opensAt"
      RETURNING d.id, old.answers AS saved
  ), accepted AS (
    INSERT INTO "Response" (id, "consultationId", "questionnaireVersionId", reference, "publicReference", "phraseHash",
        channel, language, "receivedAt", "recordedAt", "isLate", standing, organisation, "mayPublishAnswer",
        "mayPublishName", "confidentialReason", "linkId")
      SELECT s.id, s."consultationId", s."questionnaireVersionId", s.reference, s."publicReference", s."phraseHash",
        'web', s.language, s."receivedAt", now_at, false, s.standing, s.organisation, s."mayPublishAnswer",
        s."mayPublishName", s."confidentialReason", s."linkId"
      FROM given s JOIN closed_drafts d ON d.id = s.id
      RETURNING "Response".id, "Response"."isLate"
  ), entered AS MATERIALIZED (
    SELECT s.*, d.saved, accepted."isLate" FROM given s JOIN accepted ON accepted.id = s.id JOIN closed_drafts d ON d.id = s.id
  ), sheets AS (
    INSERT INTO "AnswerSheet" ("responseId", answers) SELECT s.id, s.answers FROM entered s
  ), written AS (
    INSERT INTO "TextAnswer" ("responseId", "questionId", "consultationId", text, "textKey")
      SELECT s.id, t."questionId", s."consultationId", s.saved #>> t.path, t."textKey"
      FROM entered s, jsonb_to_recordset(s.texts) AS t("questionId" text, path text[], "textKey" text)
  ), reachable AS MATERIALIZED (
    SELECT s.id, s."consultationId", s.language, uuidv7() AS "deliveryId", c.name, c.email, coalesce(c."wantsReport", false) AS "wantsReport"
    FROM entered s, jsonb_to_record(s.contact) AS c(name text, email text, "wantsReport" boolean)
    WHERE jsonb_typeof(s.contact) = 'object'
  ), contacts AS (
    INSERT INTO "Contact" ("responseId", name, email, "wantsReport") SELECT r.id, r.name, r.email, r."wantsReport" FROM reachable r
  ), receipts AS (
    INSERT INTO "Delivery" (id, cause, template, language, "toAddress", props, "consultationId", "queuedAt")
      SELECT r."deliveryId", 'receipt:' || r.id, 'receipt', r.language, r.email, jsonb_build_object('responseId', r.id), r."consultationId", now_at
      FROM reachable r WHERE r.email IS NOT NULL
  )
  SELECT (SELECT array_agg(s.id ORDER BY s.id) FROM given s),
    (SELECT array_agg(s."draftVersion" ORDER BY s.id) FROM given s),
    (SELECT array_agg(s.id) FROM entered s),
    (SELECT array_agg(delivery_job(r."deliveryId")) FROM reachable r WHERE r.email IS NOT NULL),
    (SELECT jsonb_object_agg(s.id, s."replacesId") FROM entered s WHERE s."replacesId" IS NOT NULL),
    (SELECT jsonb_object_agg(chained."consultationId", chained.entries) FROM (
      SELECT s."consultationId", jsonb_agg(jsonb_build_object('action', 'response.received', 'actor', 'respondent', 'subject',
          jsonb_build_object('response', s.id, 'channel', 'web', 'late', s."isLate",
            'commitment', answers_commitment(s."phraseHash", s.answers, texts.written))) ORDER BY s.id) AS entries
      FROM entered s, LATERAL (
        SELECT string_agg(t."questionId" || ' ' || (s.saved #>> t.path), E'\n' ORDER BY t."questionId" COLLATE "C") AS written
        FROM jsonb_to_recordset(s.texts) AS t("questionId" text, path text[])) AS texts
      GROUP BY s."consultationId") AS chained)
    INTO given_ids, given_versions, accepted_ids, jobs, changed, audited;

  IF jobs IS NOT NULL THEN
    PERFORM graphile_worker.add_jobs(jobs);
  END IF;

  FOR chain IN SELECT key::uuid AS id, value AS entries FROM jsonb_each(audited) ORDER BY key::uuid
  LOOP
    PERFORM audit_append(chain.id, chain.entries);
    IF changed IS NOT NULL THEN
      PERFORM replace_responses(chain.id, changed);
    END IF;
  END LOOP;

  RETURN QUERY
    SELECT s.id, CASE WHEN s.id = ANY (accepted_ids) THEN 'accepted' WHEN r.id IS NOT NULL THEN 'repeated'
        WHEN EXISTS (SELECT FROM "ResponseDraft" d WHERE d.id = s.id AND d.xmin = s.version) THEN 'not-open' ELSE 'changed' END,
      r.reference, r."isLate", r."receivedAt"
    FROM unnest(given_ids, given_versions) AS s(id, version) LEFT JOIN "Response" r ON r.id = s.id;
END $$;

-- Pages drop what they remember when something public changes ---------------------------------------------

CREATE FUNCTION public_content_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('public_content', '');
  RETURN NULL;
END $$;
CREATE TRIGGER public_content_changed AFTER INSERT OR UPDATE ON "Consultation" FOR EACH STATEMENT EXECUTE FUNCTION public_content_changed();
CREATE TRIGGER public_content_changed AFTER INSERT ON "Publication" FOR EACH STATEMENT EXECUTE FUNCTION public_content_changed();
CREATE TRIGGER public_content_changed AFTER INSERT ON "Correction" FOR EACH STATEMENT EXECUTE FUNCTION public_content_changed();
CREATE TRIGGER public_content_changed AFTER INSERT ON "FeedbackDelay" FOR EACH STATEMENT EXECUTE FUNCTION public_content_changed();
CREATE TRIGGER public_content_changed AFTER INSERT OR UPDATE ON "Report" FOR EACH STATEMENT EXECUTE FUNCTION public_content_changed();
CREATE TRIGGER public_content_changed AFTER INSERT OR UPDATE ON "Finding" FOR EACH STATEMENT EXECUTE FUNCTION public_content_changed();
CREATE TRIGGER public_content_changed AFTER INSERT OR UPDATE ON "ProblemReport" FOR EACH STATEMENT EXECUTE FUNCTION public_content_changed();
