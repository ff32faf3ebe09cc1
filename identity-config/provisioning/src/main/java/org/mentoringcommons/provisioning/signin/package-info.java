/** An institution's own login: people with its addresses sign in there, and come back as its members. */
package org.mentoringcommons.provisioning.signin;
