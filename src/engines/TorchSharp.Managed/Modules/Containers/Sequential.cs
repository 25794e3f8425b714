using System.Globalization;
using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Modules called one after the other, each with the output of the one before.</summary>
    public class Sequential : torch.nn.Module<Tensor, Tensor>
    {
        private readonly List<torch.nn.Module<Tensor, Tensor>> steps = [];

        /// <summary>Makes a sequence of named modules.</summary>
        /// <param name="modules">Names and modules, in order.</param>
        protected internal Sequential(params (string name, torch.nn.Module<Tensor, Tensor> submodule)[] modules)
            : base(nameof(Sequential))
        {
            foreach ((string name, torch.nn.Module<Tensor, Tensor> module) in modules)
            {
                append(name, module);
            }
        }

        /// <summary>Makes a sequence of modules named by their positions.</summary>
        /// <param name="modules">The modules, in order.</param>
        protected internal Sequential(params torch.nn.Module<Tensor, Tensor>[] modules)
            : base(nameof(Sequential))
        {
            foreach (torch.nn.Module<Tensor, Tensor> module in modules)
            {
                append(module);
            }
        }

        /// <summary>The number of modules.</summary>
        public int Count => steps.Count;

        /// <summary>The module at a position.</summary>
        /// <param name="index">The position.</param>
        public torch.nn.IModule<Tensor, Tensor> this[int index] => steps[index];

        /// <summary>A sequence of some of the modules, which both then share.</summary>
        /// <param name="index">The first position and the one behind the last; null for the ends.</param>
        public Sequential this[(int? start, int? end) index] => Part(index.start ?? 0, index.end ?? Count);

        /// <summary>A sequence of some of the modules, which both then share.</summary>
        /// <param name="index">The positions.</param>
        public Sequential this[Range index] => Part(index.Start.GetOffset(Count), index.End.GetOffset(Count));

        /// <summary>Adds a module at the end, named by its position.</summary>
        /// <param name="module">The module.</param>
        /// <returns>The sequence itself.</returns>
        public Sequential append(torch.nn.IModule<Tensor, Tensor> module) => append(Count.ToString(CultureInfo.InvariantCulture), module);

        /// <summary>Adds a module at the end.</summary>
        /// <param name="name">The module's name.</param>
        /// <param name="module">The module.</param>
        /// <returns>The sequence itself.</returns>
        /// <exception cref="ArgumentException">The module does not derive from <see cref="torch.nn.Module{T, TResult}"/>.</exception>
        public Sequential append(string name, torch.nn.IModule<Tensor, Tensor> module)
        {
            ArgumentNullException.ThrowIfNull(module);
            torch.nn.Module<Tensor, Tensor> step = module as torch.nn.Module<Tensor, Tensor>
                ?? throw new ArgumentException($"Sequential takes modules that derive from Module<Tensor, Tensor>, which {module.GetType()} does not.", nameof(module));
            register_module(name, step);
            steps.Add(step);
            return this;
        }

        /// <summary>Calls the modules in order and disposes what passes between them.</summary>
        /// <param name="tensor">The first module's input.</param>
        /// <returns>The last module's output; for an empty sequence the input itself.</returns>
        public override Tensor forward(Tensor tensor)
        {
            if (steps.Count == 0)
            {
                return tensor.alias();
            }

            Tensor current = tensor;
            foreach (torch.nn.Module<Tensor, Tensor> step in steps)
            {
                Tensor next = step.call(current);

                // A step may return what it was given; the input is the caller's.
                if (!ReferenceEquals(current, tensor) && !ReferenceEquals(current, next))
                {
                    current.Dispose();
                }

                current = next;
            }

            return current;
        }

        /// <summary>Sets training mode for all modules.</summary>
        /// <param name="on">True for training, false for evaluation.</param>
        public override void train(bool on = true) => base.train(on);

        /// <summary>Disposes the modules.</summary>
        /// <param name="disposing">True when called by Dispose().</param>
        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing)
            {
                steps.Clear();
            }
        }

        private Sequential Part(int start, int end)
        {
            var part = new Sequential(Array.Empty<torch.nn.Module<Tensor, Tensor>>());
            for (int i = start; i < end; i++)
            {
                part.append(_internal_submodules[i].Item1, steps[i]);
            }

            return part;
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Makes an empty sequence, to append to.</summary>
            /// <returns>The sequence.</returns>
            public static Sequential Sequential() => new(Array.Empty<Module<Tensor, Tensor>>());

            /// <summary>Makes a sequence of named modules.</summary>
            /// <param name="modules">Names and modules, in order.</param>
            /// <returns>The sequence.</returns>
            public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) => new(modules);

            /// <summary>Makes a sequence of modules named by their positions.</summary>
            /// <param name="modules">The modules, in order.</param>
            /// <returns>The sequence.</returns>
            public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) => new(modules);

            /// <summary>Makes a sequence of named modules.</summary>
            /// <param name="modules">Names and modules, in order.</param>
            /// <returns>The sequence.</returns>
            public static Sequential Sequential(params Tuple<string, Module<Tensor, Tensor>>[] modules) =>
                new(Array.ConvertAll(modules, static entry => (entry.Item1, entry.Item2)));

            /// <summary>Makes a sequence of named modules.</summary>
            /// <param name="modules">Names and modules, in order.</param>
            /// <returns>The sequence.</returns>
            public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules) => new(modules.ToArray());

            /// <summary>Makes a sequence of named modules.</summary>
            /// <param name="modules">Names and modules, in order.</param>
            /// <returns>The sequence.</returns>
            public static Sequential Sequential(IEnumerable<Tuple<string, Module<Tensor, Tensor>>> modules) => Sequential(modules.ToArray());

            /// <summary>Makes a sequence of modules named by their positions.</summary>
            /// <param name="modules">The modules, in order.</param>
            /// <returns>The sequence.</returns>
            public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules) => new(modules.ToArray());
        }
    }
}
