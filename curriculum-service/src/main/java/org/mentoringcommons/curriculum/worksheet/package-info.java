/** Worksheets that participants fill in and own: seen by nobody else unless they show them to a named person. */
package org.mentoringcommons.curriculum.worksheet;
