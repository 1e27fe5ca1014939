package guildhall.job.proposal;

import guildhall.messages.money.Money;

/** One unit of the work that a talent plans; due so many days after the start. */
public record PlannedMilestone(String title, Money amount, int dueInDays) {}
