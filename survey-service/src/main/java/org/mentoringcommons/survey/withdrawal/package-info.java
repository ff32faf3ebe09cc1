/** A participant takes back what was given, or stops taking part: what becomes of it is the protocol's policy. */
package org.mentoringcommons.survey.withdrawal;
