using DtcGen;
using DtcGen.PublicModels;
using DtcGen.PublicModels.Trials;

CpuThreads.WaitPassively();
return args is [TrialCommand.Name, var jobs] ? TrialCommand.Run(jobs) : await MeasureCommand.Create().Parse(args).InvokeAsync();
