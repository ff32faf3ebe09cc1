/** Whose hub it is: the registry's to say. */
package org.mentoringcommons.curriculum.hub;
