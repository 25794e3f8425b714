using DtcGen.Commands;
using DtcGen.Samples.InferenceApp;

return await StandardOutput.GuardAsync(
    failed: 1, () => new AppCommandLine(InferenceServer.RunAsync).Command.Parse(args).InvokeAsync(AppCommandLine.Invocation));
