using System.Text.Json.Nodes;
using DtcGen.Compressibility;
using DtcGen.Datasets;
using DtcGen.Onnx;
using DtcGen.Training;
using static TorchSharp.torch;

namespace DtcGen.Samples.Cifar;

internal static class Program
{
    private const string About = "Trains a residual network on small photographs, compresses it while it trains, exports both networks to ONNX, and checks under ONNX Runtime that the files compute what the networks do.";

    // Options, choice of the data, Ctrl-C, exit codes: ../Common. What is DtcGen's is all here, to be read from top to bottom.
    internal static readonly SampleProgram Sample = new(About, DataSource.Cifar10, Run)
    {
        // About two thirds of the multiply-adds: where layers shrink on both sides, their products shrink twice.
        DefaultSparsity = 0.4,
        QuickImages = (300, 100),
    };

    private static Task<int> Main(string[] args) => Sample.RunAsync(args);

    private static void Run(SampleJob job)
    {
        using var scope = NewDisposeScope();
        var (options, quick) = (job.Options, job.Options.Quick);

        // 1. Data: images as samples × channels × rows × columns, classes as numbers; batches in an order that the seed decides.
        var (images, classes) = job.Tensors(job.Data.Train);
        var (testImages, testClasses) = job.Tensors(job.Data.Test);
        var batchSize = Math.Min(quick ? 50 : 64, job.Data.Train.Count);
        var stepsPerEpoch = job.Data.Train.Count / batchSize;
        var shuffled = Batches.Shuffled(images, classes, batchSize, options.Seed);

        // 2. A model: a TorchSharp class marked [DualTomographic], in ResNet20.cs.
        manual_seed(options.Seed);
        using var model = new ResNet20();

        // 3. Train it, and export it as it is.
        var epochs = quick ? 1 : 4;
        Train(model, "train", "training the dense network", epochs, rate: 0.003);
        job.MeasureWeights("dense", model, testImages, testClasses);
        job.Report.Dense = Export("dense");
        using var control = new ResNet20();
        control.load_state_dict(model.state_dict());

        // 4. Compress it: some steps of training, then a tenth of its channels leaves, and so on until so many have left.
        // Each group ends at a multiple of 8 channels, which ONNX Runtime's convolutions compute in blocks.
        var (schedule, steps) = (new ShareSchedule(options.Sparsity, multipleOf: 8), quick ? 2 : 40);
        var cycles = schedule.CountCycles((int)model.Groups.Max(model.CountNeurons));
        job.Report.Cycles = job.Do("compress", "compressing", cycles * steps, () => CompressTrain.Run(
            model,
            new CompressOptions
            {
                Batches = Batch,
                Schedule = schedule,
                StepsPerCycle = steps,
                Criterion = options.CreateCriterion(),
                Loss = LossOf(model),
                Evaluate = network => TrainingLoop.Accuracy(network, testImages, testClasses),
                Entropy = options.Tomography,
                Progress = job.Display,
                StepProgress = job.Display,
            },
            cancellation: job.Cancellation)).Cycles;

        // 5. Train what is left, and export that. The table and result.json are made from job.Report.
        Train(model, "compress", "fine-tuning", quick ? 1 : 8, rate: 0.002);
        job.MeasureWeights("pruned", model, testImages, testClasses);
        job.Report.Pruned = Export("pruned");

        // 6. To compare with: the dense network, trained on for as long as the compression took.
        epochs = Math.Max(1, (int)Math.Round(job.Report.Seconds["compress"] / job.Report.Seconds["train"] * epochs));
        Train(control, "control", "training the dense network on, to compare with", epochs, rate: 0.002);
        var (reached, seconds) = (TrainingLoop.Accuracy(control, testImages, testClasses), job.Report.Seconds["control"]);
        job.Report.Facts["control"] = new JsonObject { ["accuracy"] = reached, ["seconds"] = seconds, ["epochs"] = epochs };
        job.Report.Notes.Add(FormattableString.Invariant(
            $"Trained on instead of compressed, for as long ({epochs} epochs, {seconds:F0} s beside {job.Report.Seconds["compress"]:F0} s), the dense network reaches an accuracy of {reached:F4}."));

        // Training mirrors and shifts the photographs by chance.
        (Tensor Inputs, Tensor Targets) Batch(TrainingPosition position)
        {
            var (inputs, targets) = shuffled(position);
            return (quick ? inputs : Augmentation.Apply(inputs, options.Seed, position.Step), targets);
        }

        // A smaller rate in each pass, and an optimizer of its own: what Adam keeps is for one rate, and for one size of the model.
        void Train(ResNet20 net, string part, string doing, int passes, double rate) => job.Do(part, doing, passes * stepsPerEpoch, () =>
        {
            for (var pass = 0; pass < passes; pass++)
            {
                using var inner = NewDisposeScope();
                using var adam = optim.Adam(net.parameters(), rate * Math.Pow(0.1, (double)pass / Math.Max(1, passes - 1)));
                var from = new TrainingPosition(0, 0, pass * stepsPerEpoch);
                var loss = new TrainingLoop(net, Batch, LossOf(net)).Run(adam, stepsPerEpoch, from, job.Display, job.Cancellation);
                job.Display.WriteLine(FormattableString.Invariant($"  epoch {pass + 1}/{passes}, mean loss {loss:F4}"));
            }
        });

        // --compressibility drives the weights to few values besides.
        Func<Tensor, Tensor, Tensor> LossOf(ResNet20 net) => options.Compressibility == 0
            ? TrainingLoop.CrossEntropy
            : (output, target) => TrainingLoop.CrossEntropy(output, target) + new CompressibilityLoss().Of(net) * options.Compressibility;

        // The file; parity: whether ONNX Runtime computes from it what the model does; and how well and how fast it does that.
        ModelFigures Export(string name)
        {
            var path = job.File($"{name}.onnx");
            job.Do("export", $"exporting {name}.onnx", 0, () => OnnxExport.Build(model, OnnxInput.Batched(3, 32, 32), new OnnxExportOptions
            {
                Mean = Cifar10.Normalization.Mean,
                Deviation = Cifar10.Normalization.Deviation,
                Classes = job.Data.ClassNames,
                Metadata = job.FactsOf(name),
            }).Save(path));
            return ModelFigures.Of(model, path) with
            {
                Parity = job.Do("parity", $"comparing {name}.onnx", testImages.shape[0], () => OnnxParity.Compare(
                    model, path, testImages, progress: job.Display, cancellationToken: job.Cancellation)),
                Accuracy = TrainingLoop.Accuracy(model, testImages, testClasses),
                LatencyMs = job.Latencies(path, testImages, quick ? 1 : 20),
            };
        }
    }
}
