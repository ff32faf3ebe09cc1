/** One delivery of a curriculum version by one institution: planned, then delivered or cancelled. */
package org.mentoringcommons.curriculum.workshop;
