/** Who completed a workshop: on paper for them, and to be checked by anybody they show it to. */
package org.mentoringcommons.curriculum.certificate;
