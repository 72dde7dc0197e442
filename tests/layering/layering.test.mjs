console.log("not there yet");
