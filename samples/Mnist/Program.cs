using DtcGen.Samples;
using DtcGen.Samples.Mnist;

return await SampleRunner.RunAsync(new MnistSample(), args);
