package dev.rollcall.job;
