using System.Reflection;
using DtcGen.Onnx;
using DtcGen.Training;
using Trainer;
using static TorchSharp.torch;

random.manual_seed(42);
var inputs = randn(600, 8);
var targets = inputs.narrow(1, 0, 3).argmax(1);

var model = new Mlp();
var options = new CompressOptions
{
    Batches = Batches.Shuffled(inputs, targets, batchSize: 50, seed: 42),
    Schedule = new ShareSchedule(0.5),
    StepsPerCycle = 60,
};
CompressTrain.Run(model, options);

var neurons = model.CountNeurons(model.Groups.Single());
var accuracy = model.Accuracy(inputs, targets);
OnnxExport.Build(model, OnnxInput.Batched(8)).Save(args[0]);
var parity = OnnxParity.Compare(model, args[0], inputs);

var framework = Assembly.GetAssembly(typeof(DtcGen.DualTomographicAttribute))!
    .GetCustomAttribute<System.Runtime.Versioning.TargetFrameworkAttribute>()!.FrameworkName;
Console.WriteLine(
    $"{framework}: {neurons} of 32 neurons, accuracy {accuracy:F3}, largest difference {parity.MaxAbsDifference:E1} over {parity.Samples} samples");
return neurons == 16 && accuracy > 0.9 && parity.Passed && parity.Samples == 600 && framework.EndsWith(args[1]) ? 0 : 1;
