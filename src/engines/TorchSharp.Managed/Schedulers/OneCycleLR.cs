namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>One rise and fall of the learning rate, from low to a peak and down to almost nothing, one step per batch.</summary>
            /// <param name="optimizer">The optimizer: one with momentum or betas if those are to cycle.</param>
            /// <param name="max_lr">The peak of the learning rate.</param>
            /// <param name="total_steps">The number of steps in the cycle; −1 to compute it from epochs and steps per epoch.</param>
            /// <param name="epochs">The number of epochs.</param>
            /// <param name="steps_per_epoch">The number of steps in an epoch.</param>
            /// <param name="pct_start">The share of the cycle in which the learning rate rises.</param>
            /// <param name="anneal_strategy">The shape of rise and fall.</param>
            /// <param name="cycle_momentum">Whether the momentum falls while the learning rate rises, and the reverse.</param>
            /// <param name="base_momentum">The lowest momentum.</param>
            /// <param name="max_momentum">The highest momentum.</param>
            /// <param name="div_factor">The peak over the first learning rate.</param>
            /// <param name="final_div_factor">The first learning rate over the last.</param>
            /// <param name="three_phase">Whether to fall back to the first learning rate before the last fall.</param>
            /// <param name="last_epoch">The last step of a run to go on with; −1 starts anew.</param>
            /// <param name="verbose">Whether to print every change.</param>
            /// <exception cref="ArgumentException">A setting is out of range.</exception>
            /// <returns>The schedule, which has set the learning rates of step 0.</returns>
            public static LRScheduler OneCycleLR(Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3, impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos, bool cycle_momentum = true, double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 10000, bool three_phase = false, int last_epoch = -1, bool verbose = false) =>
                new impl.OneCycleLR(optimizer, max_lr, total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum, base_momentum, max_momentum, div_factor, final_div_factor, three_phase, last_epoch, verbose);

            /// <summary>One rise and fall of the learning rate, from low to a peak and down to almost nothing, one step per batch.</summary>
            /// <param name="optimizer">The optimizer: one with momentum or betas if those are to cycle.</param>
            /// <param name="max_lr">The peak of the learning rate of each group.</param>
            /// <param name="total_steps">The number of steps in the cycle; −1 to compute it from epochs and steps per epoch.</param>
            /// <param name="epochs">The number of epochs.</param>
            /// <param name="steps_per_epoch">The number of steps in an epoch.</param>
            /// <param name="pct_start">The share of the cycle in which the learning rate rises.</param>
            /// <param name="anneal_strategy">The shape of rise and fall.</param>
            /// <param name="cycle_momentum">Whether the momentum falls while the learning rate rises, and the reverse.</param>
            /// <param name="base_momentum">The lowest momentum of each group.</param>
            /// <param name="max_momentum">The highest momentum of each group.</param>
            /// <param name="div_factor">The peak over the first learning rate.</param>
            /// <param name="final_div_factor">The first learning rate over the last.</param>
            /// <param name="three_phase">Whether to fall back to the first learning rate before the last fall.</param>
            /// <param name="last_epoch">The last step of a run to go on with; −1 starts anew.</param>
            /// <param name="verbose">Whether to print every change.</param>
            /// <exception cref="ArgumentException">A setting is out of range.</exception>
            /// <returns>The schedule, which has set the learning rates of step 0.</returns>
            public static LRScheduler OneCycleLR(Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3, impl.OneCycleLR.AnnealStrategy anneal_strategy = impl.OneCycleLR.AnnealStrategy.Cos, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, double div_factor = 25, double final_div_factor = 10000, bool three_phase = false, int last_epoch = -1, bool verbose = false) =>
                new impl.OneCycleLR(optimizer, max_lr, total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum, base_momentum, max_momentum, div_factor, final_div_factor, three_phase, last_epoch, verbose);

            public static partial class impl
            {
                /// <summary>One rise and fall of the learning rate, from low to a peak and down to almost nothing, one step per batch.</summary>
                public class OneCycleLR : LRScheduler
                {
                    private readonly Phase[] phases;
                    private readonly AnnealStrategy strategy;
                    private readonly bool cycleMomentum;
                    private readonly int totalSteps;
                    private readonly double[] peaks;
                    private readonly double[] firsts;
                    private readonly double[] lasts;
                    private readonly double[] lowMomenta = [];
                    private readonly double[] highMomenta = [];

                    /// <summary>Makes the schedule and sets the learning rates of step 0.</summary>
                    /// <param name="optimizer">The optimizer: one with momentum or betas if those are to cycle.</param>
                    /// <param name="max_lr">The peak of the learning rate.</param>
                    /// <param name="total_steps">The number of steps in the cycle; −1 to compute it from epochs and steps per epoch.</param>
                    /// <param name="epochs">The number of epochs.</param>
                    /// <param name="steps_per_epoch">The number of steps in an epoch.</param>
                    /// <param name="pct_start">The share of the cycle in which the learning rate rises.</param>
                    /// <param name="anneal_strategy">The shape of rise and fall.</param>
                    /// <param name="cycle_momentum">Whether the momentum falls while the learning rate rises, and the reverse.</param>
                    /// <param name="base_momentum">The lowest momentum.</param>
                    /// <param name="max_momentum">The highest momentum.</param>
                    /// <param name="div_factor">The peak over the first learning rate.</param>
                    /// <param name="final_div_factor">The first learning rate over the last.</param>
                    /// <param name="three_phase">Whether to fall back to the first learning rate before the last fall.</param>
                    /// <param name="last_epoch">The last step of a run to go on with; −1 starts anew.</param>
                    /// <param name="verbose">Whether to print every change.</param>
                    /// <exception cref="ArgumentException">A setting is out of range.</exception>
                    public OneCycleLR(Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 10000, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, Each(optimizer, max_lr), total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum, Each(optimizer, base_momentum), Each(optimizer, max_momentum), div_factor, final_div_factor, three_phase, last_epoch, verbose)
                    {
                    }

                    /// <summary>Makes the schedule and sets the learning rates of step 0.</summary>
                    /// <param name="optimizer">The optimizer: one with momentum or betas if those are to cycle.</param>
                    /// <param name="max_lr">The peak of the learning rate of each group.</param>
                    /// <param name="total_steps">The number of steps in the cycle; −1 to compute it from epochs and steps per epoch.</param>
                    /// <param name="epochs">The number of epochs.</param>
                    /// <param name="steps_per_epoch">The number of steps in an epoch.</param>
                    /// <param name="pct_start">The share of the cycle in which the learning rate rises.</param>
                    /// <param name="anneal_strategy">The shape of rise and fall.</param>
                    /// <param name="cycle_momentum">Whether the momentum falls while the learning rate rises, and the reverse.</param>
                    /// <param name="base_momentum">The lowest momentum of each group.</param>
                    /// <param name="max_momentum">The highest momentum of each group.</param>
                    /// <param name="div_factor">The peak over the first learning rate.</param>
                    /// <param name="final_div_factor">The first learning rate over the last.</param>
                    /// <param name="three_phase">Whether to fall back to the first learning rate before the last fall.</param>
                    /// <param name="last_epoch">The last step of a run to go on with; −1 starts anew.</param>
                    /// <param name="verbose">Whether to print every change.</param>
                    /// <exception cref="ArgumentException">A setting is out of range.</exception>
                    public OneCycleLR(Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, double div_factor = 25, double final_div_factor = 10000, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        totalSteps = CountSteps(total_steps, epochs, steps_per_epoch);
                        if (!(pct_start >= 0 && pct_start <= 1))
                        {
                            throw new ArgumentException($"expected float between 0 and 1 for pct_start, but got {pct_start}", nameof(pct_start));
                        }

                        strategy = anneal_strategy;
                        cycleMomentum = cycle_momentum;
                        phases = Plan(totalSteps, pct_start, three_phase);
                        peaks = PerGroup(max_lr, nameof(max_lr));
                        firsts = [.. peaks.Select(peak => peak / div_factor)];
                        lasts = [.. firsts.Select(first => first / final_div_factor)];
                        if (cycleMomentum)
                        {
                            if (!Groups.All(static group => group is IMomentum or IBetas))
                            {
                                throw new ArgumentException("optimizer must support momentum with `cycle_momentum` option enabled", nameof(optimizer));
                            }

                            lowMomenta = PerGroup(base_momentum ?? Each(optimizer, 0.85), nameof(base_momentum));
                            highMomenta = PerGroup(max_momentum ?? Each(optimizer, 0.95), nameof(max_momentum));
                        }

                        if (last_epoch == -1)
                        {
                            for (int i = 0; i < Groups.Length; i++)
                            {
                                Groups[i].InitialLearningRate = firsts[i];
                            }

                            BaseRates = firsts;
                        }

                        step();
                    }

                    /// <summary>The shape of rise and fall.</summary>
                    public enum AnnealStrategy
                    {
                        /// <summary>Half a cosine.</summary>
                        Cos,

                        /// <summary>A straight line.</summary>
                        Linear,
                    }

                    private enum Level
                    {
                        First,
                        Peak,
                        Last,
                    }

                    /// <inheritdoc/>
                    /// <exception cref="InvalidOperationException">The cycle has ended.</exception>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch > totalSteps)
                        {
                            throw new InvalidOperationException($"Tried to step {Epoch} times. The specified number of total steps is {totalSteps}");
                        }

                        double start = 0;
                        Phase phase = phases[^1];
                        foreach (Phase candidate in phases)
                        {
                            phase = candidate;
                            if (Epoch <= candidate.End || candidate == phases[^1])
                            {
                                break;
                            }

                            start = candidate.End;
                        }

                        double share = (Epoch - start) / (phase.End - start);
                        for (int i = 0; cycleMomentum && i < Groups.Length; i++)
                        {
                            double momentum = Anneal(MomentumAt(phase.From, i), MomentumAt(phase.To, i), share);
                            switch (Groups[i])
                            {
                                case IBetas betas:
                                    betas.Betas = (momentum, betas.Betas.Item2);
                                    break;
                                case IMomentum plain:
                                    plain.Momentum = momentum;
                                    break;
                            }
                        }

                        return Groups.Select((_, i) => Anneal(RateAt(phase.From, i), RateAt(phase.To, i), share));
                    }

                    private static IEnumerable<double> Each(Optimizer optimizer, double value) =>
                        Enumerable.Repeat(value, optimizer.ParamGroups.Count());

                    private static int CountSteps(int total, int epochs, int perEpoch)
                    {
                        if (total > 0)
                        {
                            return total;
                        }

                        return total == -1 && epochs > 0 && perEpoch > 0
                            ? epochs * perEpoch
                            : throw new ArgumentException("You must define either total_steps OR (epochs AND steps_per_epoch), all positive.");
                    }

                    private static Phase[] Plan(int total, double rising, bool threePhase) => threePhase
                        ? [new((rising * total) - 1, Level.First, Level.Peak), new((2 * rising * total) - 2, Level.Peak, Level.First), new(total - 1, Level.First, Level.Last)]
                        : [new((rising * total) - 1, Level.First, Level.Peak), new(total - 1, Level.Peak, Level.Last)];

                    private double[] PerGroup(IEnumerable<double> values, string argument)
                    {
                        double[] list = [.. values];
                        return list.Length == Groups.Length
                            ? list
                            : throw new ArgumentException($"expected {Groups.Length} values for {argument}, got {list.Length}", argument);
                    }

                    private double RateAt(Level level, int group) => (level switch
                    {
                        Level.First => firsts,
                        Level.Peak => peaks,
                        _ => lasts,
                    })[group];

                    private double MomentumAt(Level level, int group) => (level == Level.Peak ? lowMomenta : highMomenta)[group];

                    private double Anneal(double from, double to, double share) => strategy == AnnealStrategy.Linear
                        ? ((to - from) * share) + from
                        : to + ((from - to) / 2 * (1 + Math.Cos(Math.PI * share)));

                    private readonly record struct Phase(double End, Level From, Level To);
                }
            }
        }
    }
}
