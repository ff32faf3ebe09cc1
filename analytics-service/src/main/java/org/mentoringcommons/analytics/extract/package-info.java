/** Row files for a study's team: asked for with a purpose, written by a job, handed out for a limited time. */
package org.mentoringcommons.analytics.extract;
