/** Where the files of a shared version are kept, and what is searched of them and of institutions' own versions. */
package org.mentoringcommons.curriculum.shelf;
