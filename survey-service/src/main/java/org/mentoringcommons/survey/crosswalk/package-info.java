/** Which items of two versions of instruments are the same, as somebody who may say so declares it. */
package org.mentoringcommons.survey.crosswalk;
