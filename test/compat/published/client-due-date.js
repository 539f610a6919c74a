// Net 30 payment terms
const dueDate = new Date();
dueDate.setDate(dueDate.getDate() + 30);
