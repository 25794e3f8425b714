using System.CommandLine;
using DtcGen.Compressibility;
using DtcGen.Criteria;
using DtcGen.Datasets;
using DtcGen.Replay;
using DtcGen.Samples;
using DtcGen.Samples.Mnist;
using DtcGen.Tomography;
using DtcGen.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Benchmarks;

/// <summary>The verb that runs the main job, shortened, over multiples of the compressibility loss, with and without DTC.</summary>
internal static class CompressibilityCommand
{
    private const double DtcSparsity = 0.75;
    private const double Threshold = 0.02;
    private const int BatchSize = 512;
    private const int Epochs = 2;

    // 13 cycles lead from 512 neurons to 128: 13 × 18 batches beside 2 × 117.
    private const int EpochsOfCycles = 2;
    private const int BatchesPerCycle = 18;

    public static Command Create()
    {
        var lambdas = new Option<double[]>("--lambdas")
        {
            Description = "Multiples of the compressibility loss.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [0, 0.001, 0.003, 0.01, 0.03]
        };
        var data = new Option<string?>(
            "--data")
        { Description = "Folder of the MNIST idx files (default: environment variable DTC_DATA)." };
        var seed = new Option<uint>("--seed") { Description = "Decides everything that is random.", DefaultValueFactory = _ => 42 };
        var json = new Option<FileInfo?>("--json") { Description = "Writes the results here as JSON." };
        var command = new Command(
            "compressibility",
            "What weights take after training with the compressibility loss, with and without DTC, on MNIST.")
            {
                lambdas, data, seed, json
            };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            parsed.GetRequiredValue(lambdas),
            parsed.GetValue(data) ?? Environment.GetEnvironmentVariable(DataSource.FolderVariable),
            parsed.GetValue(seed),
            parsed.GetValue(json),
            cancellation)));
        return command;
    }

    private static int Run(double[] lambdas, string? data, uint seed, FileInfo? json, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(data))
        {
            Console.Error.WriteLine(
                $"The sweep needs MNIST: give --data DIR, or set the environment variable {DataSource.FolderVariable}.");
            return ExitCode.BadInput;
        }

        var images = Mnist.Load(data);
        List<CompressibilityMeasurement> results = [];
        foreach (var dtc in new[] { false, true })
        {
            foreach (var lambda in lambdas)
            {
                using var scope = NewDisposeScope();
                var result = Measure(lambda, dtc, images, seed, cancellation);
                Print(result);
                results.Add(result);
            }
        }

        ResultFile.Write(json, results);
        return 0;
    }

    // The main job with fewer steps. Without cycles they go into training instead, so that both ways take the same number to within 1 %.
    private static CompressibilityMeasurement Measure(
        double lambda, bool dtc, ImageDataset data, uint seed, CancellationToken cancellation)
    {
        var (inputs, targets) = Tensors(data.Train);
        var (testInputs, testTargets) = Tensors(data.Test);
        var batches = Batches.Shuffled(inputs, targets, BatchSize, seed);
        random.manual_seed(seed);
        using var model = new Mlp();
        Train(Epochs, 0.002);
        if (dtc)
        {
            CompressTrain.Run(
                model,
                new CompressOptions
                {
                    Batches = batches,
                    Schedule = new ShareSchedule(DtcSparsity),
                    StepsPerCycle = BatchesPerCycle,
                    Loss = Loss,
                    Criterion = new DualTomographicCriterion(
                        Variant.AsDescribed, new TomographySettings { Source = new NumPyMeasurements(seed) }),
                },
                cancellation: cancellation);
        }

        cancellation.ThrowIfCancellationRequested();
        Train(Epochs + (dtc ? 0 : EpochsOfCycles), 0.001);
        var accuracy = TrainingLoop.Accuracy(model, testInputs, testTargets);
        WeightCompression.Threshold(model, Threshold);
        var weights = WeightCompression.Measure(model);
        var thresholded = TrainingLoop.Accuracy(model, testInputs, testTargets);
        return new CompressibilityMeasurement
        {
            Lambda = lambda,
            Dtc = dtc,
            Neurons = model.CountNeurons(model.Groups.Single()),
            Accuracy = lambda == 0 ? accuracy : thresholded,
            ThresholdedAccuracy = thresholded,
            Weights = weights.Weights,
            NonZeros = weights.NonZeros,
            Sparsity = weights.Sparsity,
            BitsPerWeight = weights.BitsPerWeight,
            BitsPerNonZero = weights.BitsPerNonZero,
            Bytes = weights.DeflateBytes,
            EntropyBytes = weights.EntropyBytes,
            Dataset = data.Name,
            Seed = seed,
        };

        void Train(int epochs, double rate)
        {
            var perEpoch = data.Train.Count / BatchSize;
            for (var epoch = 0; epoch < epochs; epoch++)
            {
                using var scope = NewDisposeScope();
                using var adam = optim.Adam(model.parameters(), rate * Math.Pow(0.1, epoch / (epochs - 1.0)));
                new TrainingLoop(model, batches, Loss).Run(
                    adam, perEpoch, new TrainingPosition(0, 0, epoch * perEpoch), cancellation: cancellation);
            }
        }

        Tensor Loss(Tensor output, Tensor target) => lambda == 0
            ? TrainingLoop.CrossEntropy(output, target)
            : TrainingLoop.CrossEntropy(output, target).add(new CompressibilityLoss().Of(model).mul(lambda));
    }

    private static (Tensor Inputs, Tensor Targets) Tensors(LabeledImages images) => (
        tensor(Mnist.Normalization.Apply(images.Pixels, 1, images.ImageSize), [images.Count, 1, images.Height, images.Width]),
        tensor(Array.ConvertAll(images.Labels, static label => (long)label)));

    private static void Print(CompressibilityMeasurement result) => Console.WriteLine(FormattableString.Invariant(
        $"λ {result.Lambda,-7} {(result.Dtc ? "with DTC   " : "without DTC")}: {result.Neurons} neurons, accuracy {result.ThresholdedAccuracy:0.0000} ({result.Accuracy:0.0000} in the file), {result.Sparsity:0.0000} of the weights zero, {result.BitsPerWeight:0.000} bits per weight, {result.Bytes:N0} bytes by DEFLATE, {result.EntropyBytes:N0} by entropy"));
}
