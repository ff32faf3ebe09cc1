/** Where the files of a shared version are kept. */
package org.mentoringcommons.curriculum.shelf;
