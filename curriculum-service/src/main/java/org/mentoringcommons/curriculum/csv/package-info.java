/** Files of lines as people upload them, read so that everything wrong is told at once, by line. */
package org.mentoringcommons.curriculum.csv;
