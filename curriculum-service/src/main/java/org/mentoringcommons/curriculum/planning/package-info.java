/** What a delivery could look like in the time there is, and what speaks against a plan. */
package org.mentoringcommons.curriculum.planning;
