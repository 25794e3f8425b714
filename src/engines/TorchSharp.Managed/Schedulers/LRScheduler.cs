using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Schedules of learning rates.</summary>
        public static partial class lr_scheduler
        {
            /// <summary>Sets the learning rates of an optimizer's groups, epoch by epoch.</summary>
            public abstract class LRScheduler
            {
                private readonly bool verbose;
                private double[] rates = [];

                /// <summary>Remembers where the learning rates start.</summary>
                /// <param name="optimizer">The optimizer.</param>
                /// <param name="last_epoch">The last epoch of a run to go on with; −1 starts anew.</param>
                /// <param name="verbose">Whether to print every change.</param>
                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    Groups = [.. optimizer.ParamGroups];
                    Epoch = last_epoch;
                    this.verbose = verbose;
                    if (last_epoch == -1)
                    {
                        foreach (ILearningRateController group in Groups)
                        {
                            group.InitialLearningRate = group.LearningRate;
                        }
                    }

                    BaseRates = [.. Groups.Select(static group => group.InitialLearningRate)];
                    rates = [.. Groups.Select(static group => group.LearningRate)];
                }

                /// <summary>The epoch that the learning rates are for; 0 is the first.</summary>
                private protected int Epoch { get; set; }

                private protected ILearningRateController[] Groups { get; }

                /// <summary>The learning rates that the schedule starts from.</summary>
                private protected double[] BaseRates { get; set; }

                /// <summary>Goes on to the next epoch.</summary>
                public virtual void step()
                {
                    Epoch++;
                    Set(get_lr());
                }

                /// <summary>Goes on to a given epoch.</summary>
                /// <param name="epoch">The epoch; null for the next.</param>
                public virtual void step(int? epoch)
                {
                    if (epoch is not { } target)
                    {
                        step();
                        return;
                    }

                    Epoch = target;
                    Set(get_closed_form_lr());
                }

                /// <summary>Goes on to the next epoch; schedules that look at no measure ignore it.</summary>
                /// <param name="current">The measure, such as the validation loss.</param>
                /// <param name="epoch">The epoch; null for the next.</param>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                /// <summary>The learning rates set last.</summary>
                /// <returns>One per group.</returns>
                public IEnumerable<double> get_last_lr() => rates;

                /// <summary>The learning rates of the present epoch, from those of the one before.</summary>
                /// <returns>One per group.</returns>
                protected virtual IEnumerable<double> get_lr() => Groups.Select(static group => group.LearningRate);

                /// <summary>The learning rates of the present epoch, from where the schedule starts.</summary>
                /// <returns>One per group.</returns>
                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                /// <summary>Every group's learning rate times the same factor.</summary>
                private protected IEnumerable<double> Scaled(double factor) => Groups.Select(group => group.LearningRate * factor);

                /// <summary>Every group's starting rate times the same factor.</summary>
                private protected IEnumerable<double> ScaledBase(double factor) => BaseRates.Select(rate => rate * factor);

                private protected void Set(IEnumerable<double> learningRates)
                {
                    double[] next = [.. learningRates];
                    for (int i = 0; i < Groups.Length; i++)
                    {
                        Groups[i].LearningRate = next[i];
                        if (verbose && !rates[i].Equals(next[i]))
                        {
                            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Adjusting learning rate of group {i} to {next[i]:G6}"));
                        }
                    }

                    rates = next;
                }
            }
        }
    }
}
