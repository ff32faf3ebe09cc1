/** Links that admit by themselves: what they are, and whose. */
package org.mentoringcommons.curriculum.link;
