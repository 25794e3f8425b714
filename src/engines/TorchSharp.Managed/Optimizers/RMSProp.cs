using System.Numerics;
using TorchSharp.Kernels;
using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>RMSProp: steps by the gradient over the root of the mean of its squares.</summary>
    public class RMSProp : OptimizerHelper, torch.optim.IMomentum
    {
        private readonly Options defaults;

        /// <summary>Makes the optimizer of one group of parameters.</summary>
        /// <param name="parameters">The parameters; gone through anew at every step.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="alpha">The decay rate of the mean of squares.</param>
        /// <param name="eps">What is added to the denominator.</param>
        /// <param name="weight_decay">The factor of the parameter that is added to its gradient.</param>
        /// <param name="momentum">The share of the step before that is kept.</param>
        /// <param name="centered">Whether to divide by the deviation from the mean gradient instead.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        public RMSProp(IEnumerable<Parameter> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-08, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
            : this([new ParamGroup { Parameters = parameters }], lr, alpha, eps, weight_decay, momentum, centered, maximize)
        {
        }

        /// <summary>Makes the optimizer of several groups of parameters.</summary>
        /// <param name="parameters">The groups; what their settings leave open is taken from the following.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="alpha">The decay rate of the mean of squares.</param>
        /// <param name="eps">What is added to the denominator.</param>
        /// <param name="weight_decay">The factor of the parameter that is added to its gradient.</param>
        /// <param name="momentum">The share of the step before that is kept.</param>
        /// <param name="centered">Whether to divide by the deviation from the mean gradient instead.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        public RMSProp(IEnumerable<ParamGroup> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-08, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
        {
            defaults = new Options
            {
                LearningRate = lr,
                alpha = alpha,
                eps = eps,
                weight_decay = weight_decay,
                momentum = momentum,
                centered = centered,
                maximize = maximize,
            };
            foreach (ParamGroup group in parameters)
            {
                add_param_group(group);
            }
        }

        /// <summary>The momentum, of the first group; setting it sets all groups.</summary>
        public double Momentum
        {
            get => ((ParamGroup)_parameter_groups[0]).Momentum;
            set
            {
                foreach (Modules.ParamGroup group in _parameter_groups)
                {
                    ((ParamGroup)group).Momentum = value;
                }
            }
        }

        private protected override int MomentCount => 3;

        private protected override void Complete(Modules.ParamGroup group)
        {
            Options options = Expect<ParamGroup>(group).Options;
            options.LearningRate ??= defaults.LearningRate;
            options.alpha ??= defaults.alpha;
            options.eps ??= defaults.eps;
            options.weight_decay ??= defaults.weight_decay;
            options.momentum ??= defaults.momentum;
            options.centered ??= defaults.centered;
            options.maximize ??= defaults.maximize;
            Require(options.LearningRate >= 0, "learning rate", options.LearningRate.GetValueOrDefault());
            Require(options.alpha >= 0, "alpha", options.alpha.GetValueOrDefault());
            Require(options.eps >= 0, "eps", options.eps.GetValueOrDefault());
            Require(options.weight_decay >= 0, "weight_decay value", options.weight_decay.GetValueOrDefault());
            Require(options.momentum >= 0, "momentum value", options.momentum.GetValueOrDefault());
        }

        private protected override void Update(Tensor values, Tensor gradient, OptimizerState state, Modules.ParamGroup group)
        {
            Options options = ((ParamGroup)group).Options;
            if (values.dtype == ScalarType.Float32)
            {
                Update<float>(values, gradient, state, options);
            }
            else
            {
                Update<double>(values, gradient, state, options);
            }
        }

        private static unsafe void Update<T>(Tensor values, Tensor gradient, OptimizerState state, Options options)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T* buffer = options.momentum == 0 ? null : state.Moment(1, values).Pointer<T>();
            T* average = options.centered == true ? state.Moment(2, values).Pointer<T>() : null;
            RmsPropKernel.Step((nint)values.numel(), values.Pointer<T>(), gradient.Pointer<T>(), state.Moment(0, values).Pointer<T>(), buffer, average, options.LearningRate.GetValueOrDefault(), options.alpha.GetValueOrDefault(), options.eps.GetValueOrDefault(), options.weight_decay.GetValueOrDefault(), options.momentum.GetValueOrDefault(), options.maximize == true);
            GC.KeepAlive(values);
            GC.KeepAlive(gradient);
            GC.KeepAlive(state);
        }

        /// <summary>The settings of a group of parameters; what is null is taken from the optimizer.</summary>
        public class Options : OptimizerOptions
        {
            /// <summary>The decay rate of the mean of squares.</summary>
            public double? alpha;

            /// <summary>What is added to the denominator.</summary>
            public double? eps;

            /// <summary>The factor of the parameter that is added to its gradient.</summary>
            public double? weight_decay;

            /// <summary>The share of the step before that is kept.</summary>
            public double? momentum;

            /// <summary>Whether to divide by the deviation from the mean gradient instead.</summary>
            public bool? centered;

            /// <summary>Whether to climb instead of to descend.</summary>
            public bool? maximize;
        }

        /// <summary>Parameters with settings of their own.</summary>
        public class ParamGroup : ParamGroup<Options>, torch.optim.IMomentum
        {
            /// <summary>Makes an empty group with the optimizer's settings.</summary>
            public ParamGroup()
            {
            }

            /// <summary>Makes a group.</summary>
            /// <param name="parameters">The parameters.</param>
            /// <param name="options">The settings; what is null is taken from the optimizer.</param>
            public ParamGroup(IEnumerable<Parameter> parameters, Options options)
                : base(parameters, options)
            {
            }

            /// <summary>Makes a group.</summary>
            /// <param name="parameters">The parameters.</param>
            /// <param name="lr">The learning rate.</param>
            /// <param name="alpha">The decay rate of the mean of squares.</param>
            /// <param name="eps">What is added to the denominator.</param>
            /// <param name="weight_decay">The factor of the parameter that is added to its gradient.</param>
            /// <param name="momentum">The share of the step before that is kept.</param>
            /// <param name="centered">Whether to divide by the deviation from the mean gradient instead.</param>
            /// <param name="maximize">Whether to climb instead of to descend.</param>
            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-08, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
                : base(parameters, new Options
                {
                    LearningRate = lr,
                    alpha = alpha,
                    eps = eps,
                    weight_decay = weight_decay,
                    momentum = momentum,
                    centered = centered,
                    maximize = maximize,
                })
            {
            }

            /// <summary>The momentum of the next step.</summary>
            public double Momentum
            {
                get => Options.momentum ?? 0;
                set => Options.momentum = value;
            }
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            /// <summary>RMSProp: steps by the gradient over the root of the mean of its squares.</summary>
            /// <param name="parameters">The parameters; gone through anew at every step.</param>
            /// <param name="lr">The learning rate.</param>
            /// <param name="alpha">The decay rate of the mean of squares.</param>
            /// <param name="eps">What is added to the denominator.</param>
            /// <param name="weight_decay">The factor of the parameter that is added to its gradient.</param>
            /// <param name="momentum">The share of the step before that is kept.</param>
            /// <param name="centered">Whether to divide by the deviation from the mean gradient instead.</param>
            /// <param name="maximize">Whether to climb instead of to descend.</param>
            /// <returns>The optimizer.</returns>
            public static RMSProp RMSProp(IEnumerable<Parameter> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-08, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);

            /// <summary>RMSProp: steps by the gradient over the root of the mean of its squares.</summary>
            /// <param name="parameters">The parameters with their names, as a module lists them.</param>
            /// <param name="lr">The learning rate.</param>
            /// <param name="alpha">The decay rate of the mean of squares.</param>
            /// <param name="eps">What is added to the denominator.</param>
            /// <param name="weight_decay">The factor of the parameter that is added to its gradient.</param>
            /// <param name="momentum">The share of the step before that is kept.</param>
            /// <param name="centered">Whether to divide by the deviation from the mean gradient instead.</param>
            /// <param name="maximize">Whether to climb instead of to descend.</param>
            /// <returns>The optimizer.</returns>
            public static RMSProp RMSProp(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-08, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters.Select(static entry => entry.parameter), lr, alpha, eps, weight_decay, momentum, centered, maximize);

            /// <summary>RMSProp: steps by the gradient over the root of the mean of its squares.</summary>
            /// <param name="parameters">The groups; what their settings leave open is taken from the following.</param>
            /// <param name="lr">The learning rate.</param>
            /// <param name="alpha">The decay rate of the mean of squares.</param>
            /// <param name="eps">What is added to the denominator.</param>
            /// <param name="weight_decay">The factor of the parameter that is added to its gradient.</param>
            /// <param name="momentum">The share of the step before that is kept.</param>
            /// <param name="centered">Whether to divide by the deviation from the mean gradient instead.</param>
            /// <param name="maximize">Whether to climb instead of to descend.</param>
            /// <returns>The optimizer.</returns>
            public static RMSProp RMSProp(IEnumerable<RMSProp.ParamGroup> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-08, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);
        }
    }
}
