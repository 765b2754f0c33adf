-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Theme" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "questionId" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "matches" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "position" INTEGER NOT NULL DEFAULT 0,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),
    "retiredAt" TIMESTAMPTZ(6),

    CONSTRAINT "Theme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reading" (
    "consultationId" UUID NOT NULL,
    "questionId" TEXT NOT NULL,
    "textKey" TEXT NOT NULL,
    "readById" TEXT NOT NULL,
    "readAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),
    "fromSuggestion" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Reading_pkey" PRIMARY KEY ("consultationId","questionId","textKey")
);

-- CreateTable
CREATE TABLE "Coding" (
    "themeId" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "questionId" TEXT NOT NULL,
    "textKey" TEXT NOT NULL,
    "codedById" TEXT NOT NULL,
    "codedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),

    CONSTRAINT "Coding_pkey" PRIMARY KEY ("themeId","textKey")
);

-- CreateTable
CREATE TABLE "Arrival" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 0,
    "channel" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(6) NOT NULL,
    "receivedEvidence" TEXT NOT NULL,
    "postmarkOn" DATE,
    "isPostmarkIllegible" BOOLEAN NOT NULL DEFAULT false,
    "sender" TEXT,
    "note" TEXT,
    "recordedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),
    "recordedById" TEXT NOT NULL,
    "timelyEvidence" TEXT,
    "timelyClaimedById" TEXT,
    "timelyClaimedAt" TIMESTAMPTZ(6),
    "timelyApprovedById" TEXT,
    "timelyApprovedAt" TIMESTAMPTZ(6),
    "timelyRefusedById" TEXT,
    "timelyRefusedAt" TIMESTAMPTZ(6),
    "timelyRefusalReason" TEXT,
    "setAsideReason" TEXT,
    "setAsideById" TEXT,
    "setAsideAt" TIMESTAMPTZ(6),
    "keyingById" TEXT,
    "keyingAt" TIMESTAMPTZ(6),
    "scanId" UUID,

    CONSTRAINT "Arrival_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SampleCheck" (
    "responseId" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "keyedById" TEXT NOT NULL,
    "drawnAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),
    "requestedById" TEXT,
    "checkedById" TEXT,
    "secondEntry" JSONB,
    "secondKeyedAt" TIMESTAMPTZ(6),
    "checkedAt" TIMESTAMPTZ(6),
    "differences" JSONB,

    CONSTRAINT "SampleCheck_pkey" PRIMARY KEY ("responseId")
);

-- CreateTable
CREATE TABLE "KeyedCorrection" (
    "id" UUID NOT NULL,
    "responseId" UUID NOT NULL,
    "questionId" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "correctedById" TEXT NOT NULL,
    "correctedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),

    CONSTRAINT "KeyedCorrection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "chainId" UUID NOT NULL,
    "linkNumber" INTEGER NOT NULL,
    "line" TEXT NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditLink" (
    "chainId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "entryCount" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "AuditLink_pkey" PRIMARY KEY ("chainId","number")
);

-- CreateTable
CREATE TABLE "Consultation" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "originalLanguage" TEXT NOT NULL,
    "draft" JSONB NOT NULL,
    "draftVersion" INTEGER NOT NULL DEFAULT 1,
    "authorId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),
    "publishedAt" TIMESTAMPTZ(6),
    "opensAt" TIMESTAMPTZ(6),
    "closesAt" TIMESTAMPTZ(6),
    "postClosesAt" TIMESTAMPTZ(6),
    "postRule" TEXT NOT NULL DEFAULT 'received-by',
    "postLastArrivalAt" TIMESTAMPTZ(6),
    "zone" TEXT NOT NULL DEFAULT 'Europe/London',
    "feedbackOn" DATE,
    "reportedAt" TIMESTAMPTZ(6),
    "isHeldElsewhere" BOOLEAN NOT NULL DEFAULT false,
    "settledAt" TIMESTAMPTZ(6),
    "listing" JSONB NOT NULL DEFAULT '{}',
    "topics" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "places" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "Consultation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConsultationBody" (
    "consultationId" UUID NOT NULL,
    "bodyId" UUID NOT NULL,
    "isLeading" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ConsultationBody_pkey" PRIMARY KEY ("consultationId","bodyId")
);

-- CreateTable
CREATE TABLE "Publication" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "document" JSONB NOT NULL,
    "publishedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),
    "approvedById" TEXT NOT NULL,

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionnaireVersion" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "questionnaire" JSONB NOT NULL,
    "frozenAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),

    CONSTRAINT "QuestionnaireVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApprovalRequest" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" JSONB NOT NULL,
    "requestedById" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),
    "decision" TEXT,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(6),
    "note" TEXT,

    CONSTRAINT "ApprovalRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contributor" (
    "consultationId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "userId" TEXT NOT NULL,

    CONSTRAINT "Contributor_pkey" PRIMARY KEY ("consultationId","kind","userId")
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "what" JSONB NOT NULL,
    "why" JSONB NOT NULL,
    "isMaterial" BOOLEAN NOT NULL DEFAULT false,
    "publishedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),
    "writtenById" TEXT NOT NULL,
    "approvedById" TEXT NOT NULL,

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FeedbackDelay" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "reason" JSONB NOT NULL,
    "promisedOn" DATE NOT NULL,
    "statedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),
    "statedById" TEXT NOT NULL,

    CONSTRAINT "FeedbackDelay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProblemReport" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "email" TEXT,
    "language" TEXT NOT NULL,
    "formKey" TEXT NOT NULL,
    "reportedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),
    "reply" TEXT,
    "publicText" TEXT,
    "repliedById" TEXT,
    "repliedAt" TIMESTAMPTZ(6),

    CONSTRAINT "ProblemReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Consultee" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "email" TEXT,
    "postalAddress" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "signedUpPersonally" BOOLEAN NOT NULL DEFAULT false,
    "acceptedCodeAt" TIMESTAMPTZ(6),
    "acceptedCodeEvidence" TEXT,
    "recordedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),
    "recordedById" TEXT NOT NULL,
    "closesAt" TIMESTAMPTZ(6),
    "withdrewAt" TIMESTAMPTZ(6),

    CONSTRAINT "Consultee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConsulteeToken" (
    "tokenHash" TEXT NOT NULL,
    "consulteeId" UUID NOT NULL,
    "noticeId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),

    CONSTRAINT "ConsulteeToken_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "consulteeId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "sentAt" TIMESTAMPTZ(6),
    "postedOn" DATE,
    "toAddress" TEXT NOT NULL,
    "deliveryId" UUID,
    "failedAt" TIMESTAMPTZ(6),
    "failure" TEXT,
    "handedOverAt" TIMESTAMPTZ(6),
    "handedOverRecord" TEXT,
    "acknowledgedAt" TIMESTAMPTZ(6),
    "recordedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),
    "recordedById" TEXT,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConsulteeReply" (
    "id" UUID NOT NULL,
    "consulteeId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT,
    "channel" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(6) NOT NULL,
    "receivedEvidence" TEXT,
    "recordedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),
    "recordedById" TEXT,
    "mayBeNamed" BOOLEAN NOT NULL DEFAULT false,
    "formKey" TEXT,
    "arrivalId" UUID,

    CONSTRAINT "ConsulteeReply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReplyReading" (
    "replyId" UUID NOT NULL,
    "readById" TEXT NOT NULL,
    "readAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),

    CONSTRAINT "ReplyReading_pkey" PRIMARY KEY ("replyId")
);

-- CreateTable
CREATE TABLE "ConsulteeRequest" (
    "id" UUID NOT NULL,
    "consulteeId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),
    "fulfilledAt" TIMESTAMPTZ(6),
    "fulfilledById" TEXT,
    "how" TEXT,

    CONSTRAINT "ConsulteeRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConsulteeExtension" (
    "id" UUID NOT NULL,
    "consulteeId" UUID NOT NULL,
    "until" TIMESTAMPTZ(6) NOT NULL,
    "reasons" TEXT NOT NULL,
    "grantedById" TEXT NOT NULL,
    "grantedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),

    CONSTRAINT "ConsulteeExtension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contest" (
    "id" UUID NOT NULL,
    "consulteeId" UUID NOT NULL,
    "reasons" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),
    "recordedById" TEXT,
    "isUpheld" BOOLEAN,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(6),
    "note" TEXT,

    CONSTRAINT "Contest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SilenceOutcome" (
    "id" UUID NOT NULL,
    "consulteeId" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "conditions" JSONB NOT NULL,
    "decidedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),

    CONSTRAINT "SilenceOutcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DisseminationLink" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "consultationId" UUID NOT NULL,
    "bodyId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),

    CONSTRAINT "DisseminationLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PassingOn" (
    "id" UUID NOT NULL,
    "linkId" UUID NOT NULL,
    "how" TEXT NOT NULL,
    "reached" INTEGER,
    "passedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),
    "recordedById" TEXT NOT NULL,

    CONSTRAINT "PassingOn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "texts" JSONB NOT NULL DEFAULT '{}',
    "decisionMakerReadOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "document" JSONB,
    "publishedAt" TIMESTAMPTZ(6),
    "approvedById" TEXT,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportLetter" (
    "responseId" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "postedOn" DATE,
    "postedById" TEXT,

    CONSTRAINT "ReportLetter_pkey" PRIMARY KEY ("responseId")
);

-- CreateTable
CREATE TABLE "Finding" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "said" JSONB NOT NULL,
    "questionId" TEXT,
    "optionId" TEXT,
    "stance" TEXT NOT NULL,
    "side" TEXT,
    "decision" JSONB NOT NULL,
    "action" JSONB NOT NULL DEFAULT '{}',
    "actionBy" TEXT,
    "actionOn" DATE,
    "isActionDone" BOOLEAN NOT NULL DEFAULT false,
    "whyNot" JSONB NOT NULL DEFAULT '{}',
    "differsFromMost" BOOLEAN NOT NULL DEFAULT false,
    "rationale" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "Finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FindingTheme" (
    "findingId" UUID NOT NULL,
    "themeId" UUID NOT NULL,

    CONSTRAINT "FindingTheme_pkey" PRIMARY KEY ("findingId","themeId")
);

-- CreateTable
CREATE TABLE "Quotation" (
    "id" UUID NOT NULL,
    "findingId" UUID NOT NULL,
    "responseId" UUID NOT NULL,
    "questionId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "isRedacted" BOOLEAN NOT NULL DEFAULT false,
    "redactionReason" TEXT,
    "chosenById" TEXT NOT NULL,

    CONSTRAINT "Quotation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublishedReason" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "reason" JSONB NOT NULL,
    "writtenById" TEXT NOT NULL,

    CONSTRAINT "PublishedReason_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "twoFactorEnabled" BOOLEAN DEFAULT false,
    "isAdministrator" BOOLEAN NOT NULL DEFAULT false,
    "language" TEXT NOT NULL DEFAULT 'en',
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(6) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(6),
    "refreshTokenExpiresAt" TIMESTAMPTZ(6),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(6) NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TwoFactor" (
    "id" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "backupCodes" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "verified" BOOLEAN DEFAULT true,
    "failedVerificationCount" INTEGER DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(6),

    CONSTRAINT "TwoFactor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "invitedById" TEXT NOT NULL,
    "invitedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),
    "expiresAt" TIMESTAMPTZ(6) NOT NULL,
    "usedAt" TIMESTAMPTZ(6),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Body" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'public',
    "isInfrastructure" BOOLEAN NOT NULL DEFAULT false,
    "email" TEXT,

    CONSTRAINT "Body_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "userId" TEXT NOT NULL,
    "bodyId" UUID NOT NULL,
    "roles" TEXT[],

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("userId","bodyId")
);

-- CreateTable
CREATE TABLE "RehearsalClock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "shiftSeconds" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "heldAt" TIMESTAMPTZ(6),

    CONSTRAINT "RehearsalClock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NodeHeartbeat" (
    "nodeId" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "NodeHeartbeat_pkey" PRIMARY KEY ("nodeId")
);

-- CreateTable
CREATE TABLE "Outage" (
    "id" UUID NOT NULL,
    "from" TIMESTAMPTZ(6) NOT NULL,
    "until" TIMESTAMPTZ(6) NOT NULL,
    "recordedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),

    CONSTRAINT "Outage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkerHeartbeat" (
    "workerId" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "WorkerHeartbeat_pkey" PRIMARY KEY ("workerId")
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "byteLength" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "toAddress" TEXT NOT NULL,
    "props" JSONB,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "consultationId" UUID,
    "queuedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),
    "settledAt" TIMESTAMPTZ(6),

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailboxMessage" (
    "id" UUID NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "headers" JSONB NOT NULL,
    "sentAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),

    CONSTRAINT "MailboxMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "windowFrom" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Response" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "questionnaireVersionId" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "publicReference" TEXT NOT NULL,
    "phraseHash" TEXT,
    "channel" TEXT NOT NULL,
    "source" TEXT,
    "language" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(6) NOT NULL,
    "receivedEvidence" TEXT,
    "receivedPrecision" TEXT NOT NULL DEFAULT 'instant',
    "recordedAt" TIMESTAMPTZ(6) NOT NULL,
    "recordedById" TEXT,
    "isLate" BOOLEAN NOT NULL,
    "standing" TEXT NOT NULL DEFAULT 'individual',
    "organisation" JSONB,
    "mayPublishAnswer" BOOLEAN NOT NULL DEFAULT false,
    "mayPublishName" BOOLEAN NOT NULL DEFAULT false,
    "confidentialReason" TEXT,
    "provenance" JSONB,
    "arrivalId" UUID,
    "linkId" UUID,

    CONSTRAINT "Response_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AnswerSheet" (
    "responseId" UUID NOT NULL,
    "answers" JSONB NOT NULL,

    CONSTRAINT "AnswerSheet_pkey" PRIMARY KEY ("responseId")
);

-- CreateTable
CREATE TABLE "TextAnswer" (
    "responseId" UUID NOT NULL,
    "questionId" TEXT NOT NULL,
    "consultationId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "textKey" TEXT NOT NULL,

    CONSTRAINT "TextAnswer_pkey" PRIMARY KEY ("responseId","questionId")
);

-- CreateTable
CREATE TABLE "Contact" (
    "responseId" UUID NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "postalAddress" TEXT,
    "wantsReport" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("responseId")
);

-- CreateTable
CREATE TABLE "Withdrawal" (
    "responseId" UUID NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),
    "replacedById" UUID,

    CONSTRAINT "Withdrawal_pkey" PRIMARY KEY ("responseId")
);

-- CreateTable
CREATE TABLE "Exclusion" (
    "id" UUID NOT NULL,
    "responseId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "proposedById" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),
    "approvedById" TEXT,
    "approvedAt" TIMESTAMPTZ(6),
    "reversedById" TEXT,
    "reversedAt" TIMESTAMPTZ(6),

    CONSTRAINT "Exclusion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LateDecision" (
    "responseId" UUID NOT NULL,
    "isConsidered" BOOLEAN NOT NULL,
    "reasons" TEXT NOT NULL,
    "decidedById" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),

    CONSTRAINT "LateDecision_pkey" PRIMARY KEY ("responseId")
);

-- CreateTable
CREATE TABLE "RiskFlag" (
    "id" UUID NOT NULL,
    "responseId" UUID,
    "arrivalId" UUID,
    "consultationId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "flaggedById" TEXT NOT NULL,
    "flaggedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),
    "outcome" TEXT,
    "settledById" TEXT,
    "settledAt" TIMESTAMPTZ(6),

    CONSTRAINT "RiskFlag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ResponseDraft" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "resumeTokenHash" TEXT,
    "consultationId" UUID NOT NULL,
    "questionnaireVersionId" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "visited" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "about" JSONB NOT NULL DEFAULT '{}',
    "linkId" UUID,
    "replacesId" UUID,
    "submittedAt" TIMESTAMPTZ(6),
    "hasEqualityAnswers" BOOLEAN NOT NULL DEFAULT false,
    "startedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),
    "savedAt" TIMESTAMPTZ(6) NOT NULL DEFAULT hub_now(),

    CONSTRAINT "ResponseDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EqualityAnswers" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "respondentKey" TEXT NOT NULL,
    "setVersion" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "answers" JSONB NOT NULL,

    CONSTRAINT "EqualityAnswers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TranslationState" (
    "consultationId" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "isMachine" BOOLEAN NOT NULL DEFAULT false,
    "checkedById" TEXT,
    "checkedAt" TIMESTAMPTZ(6),

    CONSTRAINT "TranslationState_pkey" PRIMARY KEY ("consultationId","language","path")
);

-- CreateIndex
CREATE INDEX "Theme_consultationId_questionId_idx" ON "Theme"("consultationId", "questionId");

-- CreateIndex
CREATE INDEX "Coding_consultationId_questionId_textKey_idx" ON "Coding"("consultationId", "questionId", "textKey");

-- CreateIndex
CREATE INDEX "Arrival_scanId_idx" ON "Arrival"("scanId");

-- CreateIndex
CREATE UNIQUE INDEX "Arrival_consultationId_number_key" ON "Arrival"("consultationId", "number");

-- CreateIndex
CREATE INDEX "SampleCheck_consultationId_checkedAt_idx" ON "SampleCheck"("consultationId", "checkedAt");

-- CreateIndex
CREATE INDEX "KeyedCorrection_responseId_idx" ON "KeyedCorrection"("responseId");

-- CreateIndex
CREATE INDEX "AuditEntry_chainId_linkNumber_idx" ON "AuditEntry"("chainId", "linkNumber");

-- CreateIndex
CREATE UNIQUE INDEX "Consultation_slug_key" ON "Consultation"("slug");

-- CreateIndex
CREATE INDEX "Consultation_publishedAt_opensAt_idx" ON "Consultation"("publishedAt", "opensAt");

-- CreateIndex
CREATE INDEX "Consultation_closesAt_idx" ON "Consultation"("closesAt");

-- CreateIndex
CREATE INDEX "ConsultationBody_bodyId_idx" ON "ConsultationBody"("bodyId");

-- CreateIndex
CREATE UNIQUE INDEX "Publication_consultationId_key" ON "Publication"("consultationId");

-- CreateIndex
CREATE UNIQUE INDEX "QuestionnaireVersion_consultationId_version_key" ON "QuestionnaireVersion"("consultationId", "version");

-- CreateIndex
CREATE INDEX "ApprovalRequest_consultationId_kind_idx" ON "ApprovalRequest"("consultationId", "kind");

-- CreateIndex
CREATE INDEX "ApprovalRequest_decidedAt_idx" ON "ApprovalRequest"("decidedAt");

-- CreateIndex
CREATE INDEX "Correction_consultationId_idx" ON "Correction"("consultationId");

-- CreateIndex
CREATE UNIQUE INDEX "FeedbackDelay_consultationId_promisedOn_key" ON "FeedbackDelay"("consultationId", "promisedOn");

-- CreateIndex
CREATE UNIQUE INDEX "ProblemReport_formKey_key" ON "ProblemReport"("formKey");

-- CreateIndex
CREATE INDEX "ProblemReport_consultationId_repliedAt_idx" ON "ProblemReport"("consultationId", "repliedAt");

-- CreateIndex
CREATE INDEX "Consultee_consultationId_idx" ON "Consultee"("consultationId");

-- CreateIndex
CREATE INDEX "ConsulteeToken_consulteeId_idx" ON "ConsulteeToken"("consulteeId");

-- CreateIndex
CREATE INDEX "Notice_consulteeId_kind_idx" ON "Notice"("consulteeId", "kind");

-- CreateIndex
CREATE INDEX "Notice_deliveryId_idx" ON "Notice"("deliveryId");

-- CreateIndex
CREATE UNIQUE INDEX "ConsulteeReply_formKey_key" ON "ConsulteeReply"("formKey");

-- CreateIndex
CREATE INDEX "ConsulteeReply_consulteeId_idx" ON "ConsulteeReply"("consulteeId");

-- CreateIndex
CREATE INDEX "ConsulteeReply_arrivalId_idx" ON "ConsulteeReply"("arrivalId");

-- CreateIndex
CREATE INDEX "ConsulteeRequest_consulteeId_fulfilledAt_idx" ON "ConsulteeRequest"("consulteeId", "fulfilledAt");

-- CreateIndex
CREATE INDEX "ConsulteeExtension_consulteeId_idx" ON "ConsulteeExtension"("consulteeId");

-- CreateIndex
CREATE INDEX "Contest_consulteeId_idx" ON "Contest"("consulteeId");

-- CreateIndex
CREATE INDEX "SilenceOutcome_consulteeId_decidedAt_idx" ON "SilenceOutcome"("consulteeId", "decidedAt");

-- CreateIndex
CREATE UNIQUE INDEX "DisseminationLink_code_key" ON "DisseminationLink"("code");

-- CreateIndex
CREATE INDEX "DisseminationLink_bodyId_idx" ON "DisseminationLink"("bodyId");

-- CreateIndex
CREATE UNIQUE INDEX "DisseminationLink_consultationId_bodyId_key" ON "DisseminationLink"("consultationId", "bodyId");

-- CreateIndex
CREATE INDEX "PassingOn_linkId_idx" ON "PassingOn"("linkId");

-- CreateIndex
CREATE UNIQUE INDEX "Report_consultationId_key" ON "Report"("consultationId");

-- CreateIndex
CREATE INDEX "ReportLetter_consultationId_postedOn_idx" ON "ReportLetter"("consultationId", "postedOn");

-- CreateIndex
CREATE INDEX "Finding_consultationId_position_idx" ON "Finding"("consultationId", "position");

-- CreateIndex
CREATE INDEX "FindingTheme_themeId_idx" ON "FindingTheme"("themeId");

-- CreateIndex
CREATE INDEX "Quotation_findingId_idx" ON "Quotation"("findingId");

-- CreateIndex
CREATE INDEX "Quotation_responseId_idx" ON "Quotation"("responseId");

-- CreateIndex
CREATE UNIQUE INDEX "PublishedReason_consultationId_subjectKind_subjectId_key" ON "PublishedReason"("consultationId", "subjectKind", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE INDEX "TwoFactor_userId_idx" ON "TwoFactor"("userId");

-- CreateIndex
CREATE INDEX "TwoFactor_secret_idx" ON "TwoFactor"("secret");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_userId_idx" ON "Invitation"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Body_slug_key" ON "Body"("slug");

-- CreateIndex
CREATE INDEX "Membership_bodyId_idx" ON "Membership"("bodyId");

-- CreateIndex
CREATE UNIQUE INDEX "Outage_from_key" ON "Outage"("from");

-- CreateIndex
CREATE INDEX "Outage_until_idx" ON "Outage"("until");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_cause_key" ON "Delivery"("cause");

-- CreateIndex
CREATE INDEX "Delivery_consultationId_state_idx" ON "Delivery"("consultationId", "state");

-- CreateIndex
CREATE INDEX "MailboxMessage_sentAt_idx" ON "MailboxMessage"("sentAt");

-- CreateIndex
CREATE UNIQUE INDEX "Response_reference_key" ON "Response"("reference");

-- CreateIndex
CREATE INDEX "Response_consultationId_recordedAt_idx" ON "Response"("consultationId", "recordedAt");

-- CreateIndex
CREATE INDEX "TextAnswer_consultationId_questionId_textKey_idx" ON "TextAnswer"("consultationId", "questionId", "textKey");

-- CreateIndex
CREATE UNIQUE INDEX "Withdrawal_replacedById_key" ON "Withdrawal"("replacedById");

-- CreateIndex
CREATE INDEX "Exclusion_responseId_idx" ON "Exclusion"("responseId");

-- CreateIndex
CREATE INDEX "RiskFlag_consultationId_settledAt_idx" ON "RiskFlag"("consultationId", "settledAt");

-- CreateIndex
CREATE INDEX "RiskFlag_responseId_idx" ON "RiskFlag"("responseId");

-- CreateIndex
CREATE UNIQUE INDEX "EqualityAnswers_respondentKey_key" ON "EqualityAnswers"("respondentKey");

-- CreateIndex
CREATE INDEX "EqualityAnswers_consultationId_idx" ON "EqualityAnswers"("consultationId");

-- AddForeignKey
ALTER TABLE "Theme" ADD CONSTRAINT "Theme_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Arrival" ADD CONSTRAINT "Arrival_scanId_fkey" FOREIGN KEY ("scanId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Arrival" ADD CONSTRAINT "Arrival_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SampleCheck" ADD CONSTRAINT "SampleCheck_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "Response"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KeyedCorrection" ADD CONSTRAINT "KeyedCorrection_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "Response"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsultationBody" ADD CONSTRAINT "ConsultationBody_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsultationBody" ADD CONSTRAINT "ConsultationBody_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionnaireVersion" ADD CONSTRAINT "QuestionnaireVersion_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApprovalRequest" ADD CONSTRAINT "ApprovalRequest_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedbackDelay" ADD CONSTRAINT "FeedbackDelay_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProblemReport" ADD CONSTRAINT "ProblemReport_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consultee" ADD CONSTRAINT "Consultee_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsulteeToken" ADD CONSTRAINT "ConsulteeToken_consulteeId_fkey" FOREIGN KEY ("consulteeId") REFERENCES "Consultee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_consulteeId_fkey" FOREIGN KEY ("consulteeId") REFERENCES "Consultee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsulteeReply" ADD CONSTRAINT "ConsulteeReply_arrivalId_fkey" FOREIGN KEY ("arrivalId") REFERENCES "Arrival"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsulteeReply" ADD CONSTRAINT "ConsulteeReply_consulteeId_fkey" FOREIGN KEY ("consulteeId") REFERENCES "Consultee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReplyReading" ADD CONSTRAINT "ReplyReading_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "ConsulteeReply"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsulteeRequest" ADD CONSTRAINT "ConsulteeRequest_consulteeId_fkey" FOREIGN KEY ("consulteeId") REFERENCES "Consultee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsulteeExtension" ADD CONSTRAINT "ConsulteeExtension_consulteeId_fkey" FOREIGN KEY ("consulteeId") REFERENCES "Consultee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contest" ADD CONSTRAINT "Contest_consulteeId_fkey" FOREIGN KEY ("consulteeId") REFERENCES "Consultee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SilenceOutcome" ADD CONSTRAINT "SilenceOutcome_consulteeId_fkey" FOREIGN KEY ("consulteeId") REFERENCES "Consultee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DisseminationLink" ADD CONSTRAINT "DisseminationLink_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DisseminationLink" ADD CONSTRAINT "DisseminationLink_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PassingOn" ADD CONSTRAINT "PassingOn_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "DisseminationLink"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportLetter" ADD CONSTRAINT "ReportLetter_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "Response"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingTheme" ADD CONSTRAINT "FindingTheme_findingId_fkey" FOREIGN KEY ("findingId") REFERENCES "Finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingTheme" ADD CONSTRAINT "FindingTheme_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Quotation" ADD CONSTRAINT "Quotation_findingId_fkey" FOREIGN KEY ("findingId") REFERENCES "Finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Quotation" ADD CONSTRAINT "Quotation_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "Response"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedReason" ADD CONSTRAINT "PublishedReason_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TwoFactor" ADD CONSTRAINT "TwoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_questionnaireVersionId_fkey" FOREIGN KEY ("questionnaireVersionId") REFERENCES "QuestionnaireVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_arrivalId_fkey" FOREIGN KEY ("arrivalId") REFERENCES "Arrival"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "DisseminationLink"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerSheet" ADD CONSTRAINT "AnswerSheet_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "Response"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TextAnswer" ADD CONSTRAINT "TextAnswer_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "Response"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "Response"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Withdrawal" ADD CONSTRAINT "Withdrawal_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "Response"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Withdrawal" ADD CONSTRAINT "Withdrawal_replacedById_fkey" FOREIGN KEY ("replacedById") REFERENCES "Response"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exclusion" ADD CONSTRAINT "Exclusion_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "Response"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LateDecision" ADD CONSTRAINT "LateDecision_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "Response"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskFlag" ADD CONSTRAINT "RiskFlag_responseId_fkey" FOREIGN KEY ("responseId") REFERENCES "Response"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RiskFlag" ADD CONSTRAINT "RiskFlag_arrivalId_fkey" FOREIGN KEY ("arrivalId") REFERENCES "Arrival"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResponseDraft" ADD CONSTRAINT "ResponseDraft_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TranslationState" ADD CONSTRAINT "TranslationState_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
