using System.Numerics;
using TorchSharp.Kernels;
using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Stochastic gradient descent, with momentum on request.</summary>
    public class SGD : OptimizerHelper, torch.optim.IMomentum
    {
        private readonly Options defaults;

        /// <summary>Makes the optimizer of one group of parameters.</summary>
        /// <param name="parameters">The parameters; gone through anew at every step.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="momentum">The share of the step before that is kept.</param>
        /// <param name="dampening">The share of the gradient that does not enter the momentum.</param>
        /// <param name="weight_decay">The factor of the parameter that is added to its gradient.</param>
        /// <param name="nesterov">Whether to look ahead by the momentum.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        public SGD(IEnumerable<Parameter> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
            : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
        {
        }

        /// <summary>Makes the optimizer of several groups of parameters.</summary>
        /// <param name="parameters">The groups; what their settings leave open is taken from the following.</param>
        /// <param name="lr">The learning rate.</param>
        /// <param name="momentum">The share of the step before that is kept.</param>
        /// <param name="dampening">The share of the gradient that does not enter the momentum.</param>
        /// <param name="weight_decay">The factor of the parameter that is added to its gradient.</param>
        /// <param name="nesterov">Whether to look ahead by the momentum.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        public SGD(IEnumerable<ParamGroup> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
        {
            defaults = new Options
            {
                LearningRate = lr,
                momentum = momentum,
                dampening = dampening,
                weight_decay = weight_decay,
                nesterov = nesterov,
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

        private protected override int MomentCount => 1;

        private protected override void Complete(Modules.ParamGroup group)
        {
            Options options = Expect<ParamGroup>(group).Options;
            options.LearningRate ??= defaults.LearningRate;
            options.momentum ??= defaults.momentum;
            options.dampening ??= defaults.dampening;
            options.weight_decay ??= defaults.weight_decay;
            options.nesterov ??= defaults.nesterov;
            options.maximize ??= defaults.maximize;
            Require(options.LearningRate >= 0, "learning rate", options.LearningRate.GetValueOrDefault());
            Require(options.momentum >= 0, "momentum value", options.momentum.GetValueOrDefault());
            Require(double.IsFinite(options.dampening.GetValueOrDefault()), "dampening value", options.dampening.GetValueOrDefault());
            Require(options.weight_decay >= 0, "weight_decay value", options.weight_decay.GetValueOrDefault());
            if (options.nesterov == true && (options.momentum == 0 || options.dampening != 0))
            {
                throw new ArgumentException("Nesterov momentum requires a momentum and zero dampening");
            }
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

            state.Steps++;
        }

        private static unsafe void Update<T>(Tensor values, Tensor gradient, OptimizerState state, Options options)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T* buffer = options.momentum == 0 ? null : state.Moment(0, values).Pointer<T>();
            SgdKernel.Step((nint)values.numel(), values.Pointer<T>(), gradient.Pointer<T>(), buffer, state.Steps == 0, options.LearningRate.GetValueOrDefault(), options.momentum.GetValueOrDefault(), options.dampening.GetValueOrDefault(), options.weight_decay.GetValueOrDefault(), options.nesterov == true, options.maximize == true);
            GC.KeepAlive(values);
            GC.KeepAlive(gradient);
            GC.KeepAlive(state);
        }

        /// <summary>The settings of a group of parameters; what is null is taken from the optimizer.</summary>
        public class Options : OptimizerOptions
        {
            /// <summary>The share of the step before that is kept.</summary>
            public double? momentum;

            /// <summary>The share of the gradient that does not enter the momentum.</summary>
            public double? dampening;

            /// <summary>The factor of the parameter that is added to its gradient.</summary>
            public double? weight_decay;

            /// <summary>Whether to look ahead by the momentum.</summary>
            public bool? nesterov;

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
            /// <param name="momentum">The share of the step before that is kept.</param>
            /// <param name="dampening">The share of the gradient that does not enter the momentum.</param>
            /// <param name="weight_decay">The factor of the parameter that is added to its gradient.</param>
            /// <param name="nesterov">Whether to look ahead by the momentum.</param>
            /// <param name="maximize">Whether to climb instead of to descend.</param>
            public ParamGroup(IEnumerable<Parameter> parameters, double lr = 0.001, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
                : base(parameters, new Options
                {
                    LearningRate = lr,
                    momentum = momentum,
                    dampening = dampening,
                    weight_decay = weight_decay,
                    nesterov = nesterov,
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
            /// <summary>Stochastic gradient descent, with momentum on request.</summary>
            /// <param name="parameters">The parameters; gone through anew at every step.</param>
            /// <param name="learningRate">The learning rate.</param>
            /// <param name="momentum">The share of the step before that is kept.</param>
            /// <param name="dampening">The share of the gradient that does not enter the momentum.</param>
            /// <param name="weight_decay">The factor of the parameter that is added to its gradient.</param>
            /// <param name="nesterov">Whether to look ahead by the momentum.</param>
            /// <param name="maximize">Whether to climb instead of to descend.</param>
            /// <returns>The optimizer.</returns>
            public static SGD SGD(IEnumerable<Parameter> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);

            /// <summary>Stochastic gradient descent, with momentum on request.</summary>
            /// <param name="parameters">The parameters with their names, as a module lists them.</param>
            /// <param name="learningRate">The learning rate.</param>
            /// <param name="momentum">The share of the step before that is kept.</param>
            /// <param name="dampening">The share of the gradient that does not enter the momentum.</param>
            /// <param name="weight_decay">The factor of the parameter that is added to its gradient.</param>
            /// <param name="nesterov">Whether to look ahead by the momentum.</param>
            /// <param name="maximize">Whether to climb instead of to descend.</param>
            /// <returns>The optimizer.</returns>
            public static SGD SGD(IEnumerable<(string name, Parameter parameter)> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
                new(parameters.Select(static entry => entry.parameter), learningRate, momentum, dampening, weight_decay, nesterov, maximize);

            /// <summary>Stochastic gradient descent, with momentum on request.</summary>
            /// <param name="parameters">The groups; what their settings leave open is taken from the following.</param>
            /// <param name="learningRate">The learning rate.</param>
            /// <param name="momentum">The share of the step before that is kept.</param>
            /// <param name="dampening">The share of the gradient that does not enter the momentum.</param>
            /// <param name="weight_decay">The factor of the parameter that is added to its gradient.</param>
            /// <param name="nesterov">Whether to look ahead by the momentum.</param>
            /// <param name="maximize">Whether to climb instead of to descend.</param>
            /// <returns>The optimizer.</returns>
            public static SGD SGD(IEnumerable<SGD.ParamGroup> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);
        }
    }
}
