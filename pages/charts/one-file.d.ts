/** The library in one file, which is published without its types. */
declare module 'echarts/dist/echarts.esm.min' {
  export { init } from 'echarts';
}
