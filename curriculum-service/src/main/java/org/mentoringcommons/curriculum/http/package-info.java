/** Answers that a client may keep. */
package org.mentoringcommons.curriculum.http;
