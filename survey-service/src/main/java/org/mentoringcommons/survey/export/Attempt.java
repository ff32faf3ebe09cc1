package org.mentoringcommons.survey.export;

/** That this instance writes an export, as long as it speaks in time; a later attempt takes the export away. */
record Attempt(ExportTasks.Claim claim, Export export) {

    /** The export was cancelled, recalled, or taken up by another instance. */
    static final class Lost extends RuntimeException {
        Lost() {
            super("the export is no longer this instance's", null, false, false);
        }
    }
}
