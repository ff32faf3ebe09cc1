/** What a curriculum version teaches, read from the files its author writes; pure, without database or web. */
package org.mentoringcommons.curriculum.content;
