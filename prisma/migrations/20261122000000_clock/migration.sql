-- The hub's only clock. In a rehearsal database it can be shifted or held; otherwise it is the time of the
-- statement, so that everything in one statement is judged at one instant.
CREATE FUNCTION hub_now() RETURNS timestamptz LANGUAGE plpgsql STABLE AS $$
DECLARE
  rehearsal record;
BEGIN
  SELECT "shiftSeconds", "heldAt" INTO rehearsal FROM "RehearsalClock" LIMIT 1;
  IF NOT FOUND THEN
    RETURN statement_timestamp();
  END IF;
  RETURN coalesce(rehearsal."heldAt", statement_timestamp() + make_interval(secs => rehearsal."shiftSeconds"));
END $$;
