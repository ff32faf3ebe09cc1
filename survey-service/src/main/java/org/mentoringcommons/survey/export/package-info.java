/** Files of answers for the evaluators of a protocol: asked for with a purpose, handed out for a limited time, recalled. */
package org.mentoringcommons.survey.export;
