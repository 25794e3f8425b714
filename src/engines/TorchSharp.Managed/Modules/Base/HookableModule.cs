namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module whose <c>call</c> runs hooks before and after <c>forward</c>.</summary>
        /// <typeparam name="TPreHook">Hooks that see, and may replace, the input.</typeparam>
        /// <typeparam name="TPostHook">Hooks that see the input and the output, and may replace the output.</typeparam>
        public class HookableModule<TPreHook, TPostHook> : Module
            where TPreHook : Delegate
            where TPostHook : Delegate
        {
            private readonly List<(string Key, Delegate Hook)> preHooks = [];
            private readonly List<(string Key, Delegate Hook)> postHooks = [];

            /// <summary>Makes a module without hooks.</summary>
            /// <param name="name">The module's name.</param>
            protected HookableModule(string name)
                : base(name)
            {
            }

            /// <summary>Whether <c>call</c> has anything to do but <c>forward</c>.</summary>
            private protected bool HasHooks => preHooks.Count > 0 || postHooks.Count > 0;

            /// <summary>Adds a hook that runs after every call.</summary>
            /// <param name="hook">Gets module, input and output; returns the output to use, or null for no change.</param>
            /// <returns>What removes the hook.</returns>
            public HookRemover register_forward_hook(TPostHook hook) => Add(postHooks, hook);

            /// <summary>Adds a hook that runs after every call.</summary>
            /// <param name="hook">Gets the module.</param>
            /// <returns>What removes the hook.</returns>
            public HookRemover register_forward_hook(Action<Module> hook) => Add(postHooks, hook);

            /// <summary>Adds a hook that runs before every call.</summary>
            /// <param name="hook">Gets module and input; returns the input to use, or null for no change.</param>
            /// <returns>What removes the hook.</returns>
            public HookRemover register_forward_pre_hook(TPreHook hook) => Add(preHooks, hook);

            /// <summary>Adds a hook that runs before every call.</summary>
            /// <param name="hook">Gets the module.</param>
            /// <returns>What removes the hook.</returns>
            public HookRemover register_forward_pre_hook(Action<Module> hook) => Add(preHooks, hook);

            /// <summary>Runs the hooks that only watch, and gives the others, before <c>forward</c>.</summary>
            private protected IEnumerable<TPreHook> PreHooks() => Run<TPreHook>(preHooks);

            /// <summary>Runs the hooks that only watch, and gives the others, after <c>forward</c>.</summary>
            private protected IEnumerable<TPostHook> PostHooks() => Run<TPostHook>(postHooks);

            private IEnumerable<THook> Run<THook>(List<(string Key, Delegate Hook)> hooks)
                where THook : Delegate
            {
                // A copy, so that a hook may remove itself.
                foreach ((_, Delegate hook) in hooks.ToArray())
                {
                    if (hook is THook active)
                    {
                        yield return active;
                    }
                    else
                    {
                        ((Action<Module>)hook)(this);
                    }
                }
            }

            private HookRemover Add(List<(string Key, Delegate Hook)> hooks, Delegate hook)
            {
                ArgumentNullException.ThrowIfNull(hook);
                string key = Guid.NewGuid().ToString();
                hooks.Add((key, hook));
                return new HookRemover(this, key);
            }

            /// <summary>Removes a hook.</summary>
            /// <param name="module">The module that has the hook.</param>
            /// <param name="key">The hook's key.</param>
            public class HookRemover(HookableModule<TPreHook, TPostHook> module, string key)
            {
                /// <summary>Removes the hook; a second call does nothing.</summary>
                public void remove()
                {
                    module.preHooks.RemoveAll(entry => entry.Key == key);
                    module.postHooks.RemoveAll(entry => entry.Key == key);
                }
            }
        }
    }
}
