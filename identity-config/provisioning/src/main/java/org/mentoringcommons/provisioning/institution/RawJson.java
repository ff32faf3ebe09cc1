package org.mentoringcommons.provisioning.institution;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** JSON as the database has made it. */
record RawJson(@JsonValue @JsonRawValue String text) {}
