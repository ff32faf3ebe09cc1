/** What a group answers without names during a session: written by link, moderated live, mingled when it is over. */
package org.mentoringcommons.curriculum.board;
