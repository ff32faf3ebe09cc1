/** Who teaches: where they learned it, what they taught, and who of them other institutions of the hub may ask. */
package org.mentoringcommons.curriculum.facilitator;
