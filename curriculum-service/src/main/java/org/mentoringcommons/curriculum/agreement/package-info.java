/** Agreements of two people: proposed by one, signed by both, reminded of, ended by either without fault. */
package org.mentoringcommons.curriculum.agreement;
