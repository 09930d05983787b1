const ISOLATION = false;
const PATTERN = { pattern: 'brownfield' };
