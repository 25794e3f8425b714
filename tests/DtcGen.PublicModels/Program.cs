using System.CommandLine;
using DtcGen;
using DtcGen.PublicModels;

CpuThreads.WaitPassively();
return await MeasureCommand.Create().Parse(args).InvokeAsync();
