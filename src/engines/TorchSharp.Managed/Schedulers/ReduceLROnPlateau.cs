namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Lowers the learning rate when a measure has stopped improving.</summary>
            /// <param name="optimizer">The optimizer.</param>
            /// <param name="mode"><c>min</c> when the measure shall fall, <c>max</c> when it shall rise.</param>
            /// <param name="factor">What the learning rate is multiplied by, below 1.</param>
            /// <param name="patience">The number of epochs without improvement to bear.</param>
            /// <param name="threshold">How much of a change is an improvement.</param>
            /// <param name="threshold_mode"><c>rel</c> for a share of the best so far, <c>abs</c> for a difference.</param>
            /// <param name="cooldown">The number of epochs after a change in which nothing counts.</param>
            /// <param name="min_lr">The lowest learning rate: one per group, or one for all.</param>
            /// <param name="eps">Changes smaller than this are not made.</param>
            /// <param name="verbose">Whether to print every change.</param>
            /// <returns>The schedule: call its <c>step</c> with the measure after every epoch.</returns>
            /// <exception cref="ArgumentException">A setting is out of range.</exception>
            public static LRScheduler ReduceLROnPlateau(Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 0.0001, string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-08, bool verbose = false) =>
                new impl.ReduceLROnPlateau(optimizer, mode, factor, patience, threshold, threshold_mode, cooldown, min_lr, eps, verbose);

            public static partial class impl
            {
                /// <summary>Lowers the learning rate when a measure has stopped improving.</summary>
                public class ReduceLROnPlateau : LRScheduler
                {
                    private readonly bool rising;
                    private readonly bool relative;
                    private readonly double factor;
                    private readonly int patience;
                    private readonly double threshold;
                    private readonly int cooldown;
                    private readonly double[] minimum;
                    private readonly double eps;
                    private double best;
                    private int badEpochs;
                    private int coolingEpochs;

                    /// <summary>Makes the schedule; the learning rates stay as they are for now.</summary>
                    /// <param name="optimizer">The optimizer.</param>
                    /// <param name="mode"><c>min</c> when the measure shall fall, <c>max</c> when it shall rise.</param>
                    /// <param name="factor">What the learning rate is multiplied by, below 1.</param>
                    /// <param name="patience">The number of epochs without improvement to bear.</param>
                    /// <param name="threshold">How much of a change is an improvement.</param>
                    /// <param name="threshold_mode"><c>rel</c> for a share of the best so far, <c>abs</c> for a difference.</param>
                    /// <param name="cooldown">The number of epochs after a change in which nothing counts.</param>
                    /// <param name="min_lr">The lowest learning rate: one per group, or one for all.</param>
                    /// <param name="eps">Changes smaller than this are not made.</param>
                    /// <param name="verbose">Whether to print every change.</param>
                    /// <exception cref="ArgumentException">A setting is out of range.</exception>
                    public ReduceLROnPlateau(Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 0.0001, string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-08, bool verbose = false)
                        : base(optimizer, -1, verbose)
                    {
                        if (!(factor < 1))
                        {
                            throw new ArgumentException("Factor should be < 1.0", nameof(factor));
                        }

                        rising = Choose(mode, "min", "max", nameof(mode));
                        relative = !Choose(threshold_mode, "rel", "abs", nameof(threshold_mode));
                        minimum = min_lr switch
                        {
                            null or [] => new double[Groups.Length],
                            [double one] => [.. Enumerable.Repeat(one, Groups.Length)],
                            _ when min_lr.Count == Groups.Length => [.. min_lr],
                            _ => throw new ArgumentException($"expected {Groups.Length} values for min_lr, got {min_lr.Count}", nameof(min_lr)),
                        };
                        this.factor = factor;
                        this.patience = patience;
                        this.threshold = threshold;
                        this.cooldown = cooldown;
                        this.eps = eps;
                        best = rising ? double.NegativeInfinity : double.PositiveInfinity;
                        Epoch = 0;
                    }

                    /// <summary>Refuses: the schedule needs the measure.</summary>
                    /// <exception cref="InvalidOperationException">Always.</exception>
                    public override void step() => throw new InvalidOperationException("step() should not be used with the ReduceLROnPlateau scheduler. Call step(double) with the measure to watch.");

                    /// <summary>Refuses: the schedule needs the measure.</summary>
                    /// <param name="epoch">The epoch.</param>
                    /// <exception cref="InvalidOperationException">Always.</exception>
                    public override void step(int? epoch) => step();

                    /// <summary>Looks at an epoch's measure and lowers the learning rates if it has not improved for too long.</summary>
                    /// <param name="current">The measure, such as the validation loss.</param>
                    /// <param name="epoch">The epoch; null for the next.</param>
                    public override void step(double current, int? epoch = null)
                    {
                        Epoch = epoch ?? Epoch + 1;
                        if (Improves(current))
                        {
                            best = current;
                            badEpochs = 0;
                        }
                        else
                        {
                            badEpochs++;
                        }

                        if (coolingEpochs > 0)
                        {
                            coolingEpochs--;
                            badEpochs = 0;
                        }

                        if (badEpochs > patience)
                        {
                            Set(Groups.Select((group, i) => Lowered(group.LearningRate, minimum[i])));
                            coolingEpochs = cooldown;
                            badEpochs = 0;
                        }
                        else
                        {
                            Set(Groups.Select(static group => group.LearningRate));
                        }
                    }

                    private static bool Choose(string value, string no, string yes, string argument) =>
                        value == yes || (value == no ? false : throw new ArgumentException($"{argument} '{value}' is unknown: use '{no}' or '{yes}'.", argument));

                    private double Lowered(double rate, double floor)
                    {
                        double lower = Math.Max(rate * factor, floor);
                        return rate - lower > eps ? lower : rate;
                    }

                    private bool Improves(double current) => (rising, relative) switch
                    {
                        (false, true) => current < best * (1 - threshold),
                        (false, false) => current < best - threshold,
                        (true, true) => current > best * (1 + threshold),
                        (true, false) => current > best + threshold,
                    };
                }
            }
        }
    }
}
