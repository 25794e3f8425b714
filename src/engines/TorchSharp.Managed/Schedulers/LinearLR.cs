namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Multiplies the starting learning rate by a factor that changes linearly over some epochs.</summary>
            /// <param name="optimizer">The optimizer.</param>
            /// <param name="start_factor">The factor of epoch 0, above 0 and at most 1.</param>
            /// <param name="end_factor">The factor in the end, between 0 and 1.</param>
            /// <param name="total_iters">The number of epochs until the end.</param>
            /// <param name="last_epoch">The last epoch of a run to go on with; −1 starts anew.</param>
            /// <param name="verbose">Whether to print every change.</param>
            /// <returns>The schedule, which has set the learning rates of epoch 0.</returns>
            public static LRScheduler LinearLR(Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1, int total_iters = 5, int last_epoch = -1, bool verbose = false) =>
                new impl.LinearLR(optimizer, start_factor, end_factor, total_iters, last_epoch, verbose);

            public static partial class impl
            {
                /// <summary>Multiplies the starting learning rate by a factor that changes linearly over some epochs.</summary>
                public class LinearLR : LRScheduler
                {
                    private readonly double start_factor;
                    private readonly double end_factor;
                    private readonly int total_iters;

                    /// <summary>Makes the schedule and sets the learning rates of epoch 0.</summary>
                    /// <param name="optimizer">The optimizer.</param>
                    /// <param name="start_factor">The factor of epoch 0, above 0 and at most 1.</param>
                    /// <param name="end_factor">The factor in the end, between 0 and 1.</param>
                    /// <param name="total_iters">The number of epochs until the end.</param>
                    /// <param name="last_epoch">The last epoch of a run to go on with; −1 starts anew.</param>
                    /// <param name="verbose">Whether to print every change.</param>
                    public LinearLR(Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1, int total_iters = 5, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        this.start_factor = start_factor;
                        this.end_factor = end_factor;
                        this.total_iters = total_iters;
                        if (!(start_factor > 0 && start_factor <= 1))
                        {
                            throw new ArgumentException($"start_factor must be above 0 and at most 1, not {start_factor}.", nameof(start_factor));
                        }

                        if (!(end_factor >= 0 && end_factor <= 1))
                        {
                            throw new ArgumentException($"end_factor must be between 0 and 1, not {end_factor}.", nameof(end_factor));
                        }

                        step();
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch == 0)
                        {
                            return Scaled(start_factor);
                        }

                        return Scaled(Epoch > total_iters
                            ? 1
                            : 1 + ((end_factor - start_factor) / ((total_iters * start_factor) + ((Epoch - 1) * (end_factor - start_factor)))));
                    }

                    /// <inheritdoc/>
                    protected override IEnumerable<double> get_closed_form_lr() =>
                        ScaledBase(start_factor + ((end_factor - start_factor) * Math.Min(total_iters, Epoch) / total_iters));
                }
            }
        }
    }
}
