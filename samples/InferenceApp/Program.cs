using DtcGen.Samples.InferenceApp;

return await new AppCommandLine(InferenceServer.RunAsync).Command.Parse(args).InvokeAsync(AppCommandLine.Invocation);
