namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module with one input.</summary>
        /// <typeparam name="T">The input's type.</typeparam>
        /// <typeparam name="TResult">The output's type.</typeparam>
        public abstract class Module<T, TResult> : HookableModule<Func<Module<T, TResult>, T, T>, Func<Module<T, TResult>, T, TResult, TResult>>, IModule<T, TResult>
        {
            /// <summary>Makes a module without components.</summary>
            /// <param name="name">The module's name, usually that of its class.</param>
            protected Module(string name)
                : base(name)
            {
            }

            /// <summary>Computes the output, without hooks. Users call <see cref="call"/>.</summary>
            /// <param name="input">The input.</param>
            /// <returns>The output.</returns>
            public abstract TResult forward(T input);

            /// <summary>Computes the output and runs the hooks.</summary>
            /// <param name="input">The input.</param>
            /// <returns>The output.</returns>
            public TResult call(T input) => HasHooks ? CallWithHooks(input) : forward(input);

            /// <inheritdoc/>
            TResult IModule<T, TResult>.call(T input1) => call(input1);

            private TResult CallWithHooks(T input)
            {
                foreach (Func<Module<T, TResult>, T, T> hook in PreHooks())
                {
                    if (hook(this, input) is { } replaced)
                    {
                        input = replaced;
                    }
                }

                TResult output = forward(input);
                foreach (Func<Module<T, TResult>, T, TResult, TResult> hook in PostHooks())
                {
                    if (hook(this, input, output) is { } replaced)
                    {
                        output = replaced;
                    }
                }

                return output;
            }
        }
    }
}
