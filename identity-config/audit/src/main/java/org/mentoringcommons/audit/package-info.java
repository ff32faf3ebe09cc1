/** Who did what, when and why: appended in the transaction of the change itself, and never altered. */
package org.mentoringcommons.audit;
