export const later = (millis) => new Promise((resolve) => { setTimeout(resolve, millis); });
