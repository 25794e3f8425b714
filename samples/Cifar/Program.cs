using DtcGen.Samples;
using DtcGen.Samples.Cifar;

return await SampleRunner.RunAsync(new CifarSample(), args);
